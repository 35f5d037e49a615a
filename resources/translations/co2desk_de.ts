<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About co2desk</source>
        <translation>Über co2desk</translation>
    </message>
    <message>
        <source>Enter, check and import the activity data of laboratories for a CO₂e calculator.</source>
        <translation>Tätigkeitsdaten von Laboren für einen CO₂e-Rechner erfassen, prüfen und importieren.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schliessen</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>&amp;Import a file…</source>
        <translation>Datei &amp;importieren…</translation>
    </message>
    <message>
        <source>Import from the &amp;clipboard…</source>
        <translation>Aus der &amp;Zwischenablage importieren…</translation>
    </message>
    <message>
        <source>&amp;Open a draft or a pack…</source>
        <translation>Entwurf oder Paket ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Take offline…</source>
        <translation>Offline &amp;mitnehmen…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Ein&amp;stellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Search in this view</source>
        <translation>In dieser Ansicht &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>&amp;Labs</source>
        <translation>&amp;Labore</translation>
    </message>
    <message>
        <source>&amp;Imports</source>
        <translation>&amp;Importe</translation>
    </message>
    <message>
        <source>&amp;Activities</source>
        <translation>&amp;Aktivitäten</translation>
    </message>
    <message>
        <source>&amp;Factors</source>
        <translation>&amp;Faktoren</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>&amp;Ergebnisse</translation>
    </message>
    <message>
        <source>A&amp;dministration</source>
        <translation>&amp;Verwaltung</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>A&amp;ktualisieren</translation>
    </message>
    <message>
        <source>&amp;Details panel</source>
        <translation>&amp;Details anzeigen</translation>
    </message>
    <message>
        <source>Colours as the &amp;system</source>
        <translation>Farben &amp;wie das System</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>&amp;Helle Farben</translation>
    </message>
    <message>
        <source>Dar&amp;k colours</source>
        <translation>D&amp;unkle Farben</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About co2desk</source>
        <translation>Ü&amp;ber co2desk</translation>
    </message>
    <message>
        <source>Save &amp;annotated copy…</source>
        <translation>&amp;Kommentierte Kopie speichern…</translation>
    </message>
    <message>
        <source>&amp;Close, keep as a draft</source>
        <translation>S&amp;chliessen, als Entwurf behalten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Save an empty te&amp;mplate…</source>
        <translation>Leere &amp;Vorlage speichern…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;Report of a year as PDF…</source>
        <translation>Be&amp;richt eines Jahres als PDF…</translation>
    </message>
    <message>
        <source>Save the c&amp;harts…</source>
        <translation>&amp;Diagramme speichern…</translation>
    </message>
    <message>
        <source>&amp;Load a set of factors…</source>
        <translation>Faktoren &amp;laden…</translation>
    </message>
    <message>
        <source>&amp;Back up the database…</source>
        <translation>Datenbank si&amp;chern…</translation>
    </message>
    <message>
        <source>Co&amp;nnections…</source>
        <translation>Verbi&amp;ndungen…</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Neu…</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>&amp;Ändern…</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>&amp;Archive, or take back</source>
        <translation>&amp;Archivieren oder zurückholen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy without &amp;titles</source>
        <translation>Ohne &amp;Titel kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste as an import…</source>
        <translation>Als Import ein&amp;fügen…</translation>
    </message>
    <message>
        <source>Open the &amp;worklist…</source>
        <translation>Ar&amp;beitsliste öffnen…</translation>
    </message>
    <message>
        <source>Undo this &amp;import…</source>
        <translation>Diesen &amp;Import rückgängig machen…</translation>
    </message>
    <message>
        <source>&amp;Find an action…</source>
        <translation>Akti&amp;on finden…</translation>
    </message>
    <message>
        <source>Activities of what is &amp;chosen</source>
        <translation>Aktivitäten der A&amp;uswahl</translation>
    </message>
    <message>
        <source>First r&amp;ow</source>
        <translation>E&amp;rste Zeile</translation>
    </message>
    <message>
        <source>Las&amp;t row</source>
        <translation>Letzte &amp;Zeile</translation>
    </message>
    <message>
        <source>Save this &amp;view…</source>
        <translation>Diese Ansicht &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Try it with the sample file</source>
        <translation>Mit der Beispieldatei &amp;ausprobieren</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>Datei &amp;wählen…</translation>
    </message>
    <message>
        <source>Save a copy of the &amp;draft…</source>
        <translation>Kopie des &amp;Entwurfs speichern…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Fill &amp;down</source>
        <translation>Nach &amp;unten ausfüllen</translation>
    </message>
    <message>
        <source>C&amp;lear cells</source>
        <translation>Zellen &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>Erse&amp;tzen…</translation>
    </message>
    <message>
        <source>Fi&amp;x all with the same problem…</source>
        <translation>Alle mit demselben Problem be&amp;heben…</translation>
    </message>
    <message>
        <source>&amp;Skip rows, or take them in again</source>
        <translation>&amp;Zeilen überspringen oder wieder aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Next error</source>
        <translation>&amp;Nächster Fehler</translation>
    </message>
    <message>
        <source>&amp;Previous error</source>
        <translation>&amp;Vorheriger Fehler</translation>
    </message>
    <message>
        <source>Next s&amp;tep</source>
        <translation>Nächster Schri&amp;tt</translation>
    </message>
    <message>
        <source>Pre&amp;vious step</source>
        <translation>V&amp;origer Schritt</translation>
    </message>
    <message>
        <source>&amp;Help on this step</source>
        <translation>&amp;Hilfe zu diesem Schritt</translation>
    </message>
</context>
<context>
    <name>ActivitiesPage</name>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>Search category, note, factor</source>
        <translation>Kategorie, Bemerkung, Faktor suchen</translation>
    </message>
    <message>
        <source>No activities here</source>
        <translation>Hier sind keine Aktivitäten</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren…</translation>
    </message>
    <message>
        <source>What is an activity?</source>
        <translation>Was ist eine Aktivität?</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Change selected…</source>
        <translation>Auswahl ändern…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Add an activity…</source>
        <translation>Aktivität hinzufügen…</translation>
    </message>
    <message numerus="yes">
        <source>%n activities</source>
        <translation>
            <numerusform>%n Aktivität</numerusform>
            <numerusform>%n Aktivitäten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without CO₂e</source>
        <translation>
            <numerusform>%n ohne CO₂e</numerusform>
            <numerusform>%n ohne CO₂e</numerusform>
        </translation>
    </message>
    <message>
        <source>No activity fits</source>
        <translation>Keine Aktivität passt</translation>
    </message>
    <message>
        <source>Activities come from imported files, or are added one by one.</source>
        <translation>Aktivitäten kommen aus importierten Dateien oder werden einzeln hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>ActivityColumns</name>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Subcategory</source>
        <translation>Unterkategorie</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>kg CO₂e</source>
        <translation>kg CO₂e</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>From the emission factor</source>
        <translation>Aus dem Emissionsfaktor</translation>
    </message>
    <message>
        <source>As given in the file or by hand</source>
        <translation>Wie in der Datei oder von Hand angegeben</translation>
    </message>
    <message>
        <source>No emission factor is known; this is missing, not zero</source>
        <translation>Kein Emissionsfaktor bekannt; der Wert fehlt, er ist nicht null</translation>
    </message>
</context>
<context>
    <name>ActivityExport</name>
    <message>
        <source>Export activities</source>
        <translation>Aktivitäten exportieren</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Export läuft…</translation>
    </message>
    <message numerus="yes">
        <source>%n activities were exported.</source>
        <translation>
            <numerusform>%n Aktivität wurde exportiert.</numerusform>
            <numerusform>%n Aktivitäten wurden exportiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityFilters</name>
    <message>
        <source>&amp;Laboratory</source>
        <translation>&amp;Labor</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Jahr</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>&amp;CO₂e</source>
        <translation>&amp;CO₂e</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>wie angegeben</translation>
    </message>
    <message>
        <source>by factor</source>
        <translation>aus Faktor</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>one import</source>
        <translation>ein Import</translation>
    </message>
</context>
<context>
    <name>ActivityForm</name>
    <message>
        <source>Add an activity</source>
        <translation>Aktivität hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Laboratory</source>
        <translation>&amp;Labor</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Datum</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Kategorie</translation>
    </message>
    <message>
        <source>S&amp;ubcategory</source>
        <translation>&amp;Unterkategorie</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>&amp;Menge</translation>
    </message>
    <message>
        <source>U&amp;nit</source>
        <translation>&amp;Einheit</translation>
    </message>
    <message>
        <source>&amp;Factor</source>
        <translation>&amp;Faktor</translation>
    </message>
    <message>
        <source>&amp;kg CO₂e, if known</source>
        <translation>kg &amp;CO₂e, falls bekannt</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>&amp;Bemerkung</translation>
    </message>
    <message>
        <source>found by itself where left empty</source>
        <translation>wird gefunden, wenn leer gelassen</translation>
    </message>
    <message>
        <source>otherwise quantity × factor</source>
        <translation>sonst Menge × Faktor</translation>
    </message>
    <message>
        <source>Add activity</source>
        <translation>Aktivität hinzufügen</translation>
    </message>
    <message>
        <source>Checked by the same rules as the rows of a file.</source>
        <translation>Geprüft nach denselben Regeln wie die Zeilen einer Datei.</translation>
    </message>
    <message>
        <source>CO₂e is shown here as soon as it can be computed.</source>
        <translation>Das CO₂e erscheint hier, sobald es berechnet werden kann.</translation>
    </message>
    <message>
        <source>%1: it can be added, and is shown as missing.</source>
        <translation>%1: Sie kann hinzugefügt werden und wird als fehlend gezeigt.</translation>
    </message>
    <message>
        <source>factor %1</source>
        <translation>Faktor %1</translation>
    </message>
</context>
<context>
    <name>ActivityViews</name>
    <message>
        <source>The view “%1” was saved.</source>
        <translation>Die Ansicht «%1» wurde gespeichert.</translation>
    </message>
</context>
<context>
    <name>ActivityWork</name>
    <message numerus="yes">
        <source>Delete %n activities?</source>
        <translation>
            <numerusform>%n Aktivität löschen?</numerusform>
            <numerusform>%n Aktivitäten löschen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Their CO₂e leaves the results. You can undo this as long as the view is open.</source>
        <translation>
            <numerusform>Ihr CO₂e verschwindet aus den Ergebnissen. Sie können das rückgängig machen, solange die Ansicht offen ist.</numerusform>
            <numerusform>Ihr CO₂e verschwindet aus den Ergebnissen. Sie können das rückgängig machen, solange die Ansicht offen ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n activities</source>
        <translation>
            <numerusform>%n Aktivität löschen</numerusform>
            <numerusform>%n Aktivitäten löschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait to be sent again</source>
        <translation>
            <numerusform>%n Änderung wartet darauf, noch einmal gesendet zu werden</numerusform>
            <numerusform>%n Änderungen warten darauf, noch einmal gesendet zu werden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdministrationPage</name>
    <message>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>People and roles</source>
        <translation>Personen und Rollen</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Änderungsprotokoll</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
</context>
<context>
    <name>AuditEntryDialog</name>
    <message>
        <source>By %1 on %2, with %3.</source>
        <translation>Von %1 am %2, mit %3.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schliessen</translation>
    </message>
</context>
<context>
    <name>AuditTab</name>
    <message>
        <source>Search what changed</source>
        <translation>In Änderungen suchen</translation>
    </message>
    <message>
        <source>Verify the log</source>
        <translation>Protokoll prüfen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Vorher → nachher</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Änderungsprotokoll</translation>
    </message>
    <message>
        <source>Verifying the log…</source>
        <translation>Protokoll wird geprüft…</translation>
    </message>
    <message numerus="yes">
        <source>The log is whole: %n entries fit their seals.</source>
        <translation>
            <numerusform>Das Protokoll ist unversehrt: %n Eintrag passt zu seinem Siegel.</numerusform>
            <numerusform>Das Protokoll ist unversehrt: %n Einträge passen zu ihren Siegeln.</numerusform>
        </translation>
    </message>
    <message>
        <source>The log was tampered with: seal %1 does not fit its entries.</source>
        <translation>Das Protokoll wurde verändert: Siegel %1 passt nicht zu seinen Einträgen.</translation>
    </message>
    <message>
        <source>Was a backup restored?</source>
        <translation>Wurde eine Sicherung zurückgespielt?</translation>
    </message>
    <message>
        <source>Seal %1 of the log, which this computer saw earlier, is gone; all that is there is whole. If a backup was restored since then, that is why. If not, the end of the log was cut off: change nothing, and tell who looks after the server.</source>
        <translation>Siegel %1 des Protokolls, das dieser Computer früher gesehen hat, ist nicht mehr da; was da ist, ist unversehrt. Wurde seither eine Sicherung zurückgespielt, liegt es daran. Wenn nicht, wurde das Ende des Protokolls abgeschnitten: Ändern Sie nichts, und sagen Sie es der Person, die den Server betreut.</translation>
    </message>
    <message>
        <source>Yes, a backup was restored</source>
        <translation>Ja, eine Sicherung wurde zurückgespielt</translation>
    </message>
    <message>
        <source>From now on this computer compares with the log as it is today.</source>
        <translation>Von nun an vergleicht dieser Computer mit dem Protokoll, wie es heute ist.</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>&amp;Wo</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>&amp;Laboratory</source>
        <translation>&amp;Labor</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Back up the database</source>
        <translation>Datenbank sichern</translation>
    </message>
    <message>
        <source>&amp;Protection</source>
        <translation>&amp;Schutz</translation>
    </message>
    <message>
        <source>none: whoever has the file can read it</source>
        <translation>keiner: Wer die Datei hat, kann sie lesen</translation>
    </message>
    <message>
        <source>encrypted, opened by a passphrase</source>
        <translation>verschlüsselt, mit einer Passphrase zu öffnen</translation>
    </message>
    <message>
        <source>encrypted, opened by a secret key</source>
        <translation>verschlüsselt, mit einem geheimen Schlüssel zu öffnen</translation>
    </message>
    <message>
        <source>P&amp;assphrase</source>
        <translation>P&amp;assphrase</translation>
    </message>
    <message>
        <source>&amp;Once more</source>
        <translation>&amp;Noch einmal</translation>
    </message>
    <message>
        <source>Public &amp;key</source>
        <translation>Öffentlicher Schlüsse&amp;l</translation>
    </message>
    <message>
        <source>Without the passphrase or the key nobody can open the backup again, not even you.</source>
        <translation>Ohne Passphrase oder Schlüssel kann niemand die Sicherung öffnen, auch Sie nicht.</translation>
    </message>
    <message>
        <source>Choose where to…</source>
        <translation>Ziel wählen…</translation>
    </message>
    <message>
        <source>Take at least twelve characters, e.g. four words.</source>
        <translation>Nehmen Sie mindestens zwölf Zeichen, z. B. vier Wörter.</translation>
    </message>
    <message>
        <source>This is not the same passphrase. Type it once more.</source>
        <translation>Das ist nicht dieselbe Passphrase. Schreiben Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Paste the public key of who is to open the backup.</source>
        <translation>Fügen Sie den öffentlichen Schlüssel der Person ein, die öffnen soll.</translation>
    </message>
</context>
<context>
    <name>BackupWork</name>
    <message>
        <source>Verify a backup</source>
        <translation>Sicherung prüfen</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung zurückspielen</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Wird gesichert…</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>Sichern nach</translation>
    </message>
    <message>
        <source>Verifying the backup…</source>
        <translation>Sicherung wird geprüft…</translation>
    </message>
    <message>
        <source>Everything in the database is replaced by what %1 holds, for everybody who works on it. A backup of what there is now is made first.</source>
        <translation>Alles in der Datenbank wird durch den Inhalt von %1 ersetzt, für alle, die darauf arbeiten. Zuvor wird der jetzige Stand gesichert.</translation>
    </message>
    <message>
        <source>Replace the database</source>
        <translation>Datenbank ersetzen</translation>
    </message>
    <message>
        <source>Type the name of the database, %1</source>
        <translation>Geben Sie den Namen der Datenbank ein, %1</translation>
    </message>
    <message>
        <source>Restoring the backup…</source>
        <translation>Die Sicherung wird zurückgespielt…</translation>
    </message>
    <message>
        <source>The backup %1 was put back: %2 in %3.</source>
        <translation>Die Sicherung %1 wurde zurückgespielt: %2 in %3.</translation>
    </message>
    <message>
        <source>The backup %1 was made and read through: %2 in %3.</source>
        <translation>Die Sicherung %1 wurde erstellt und gelesen: %2 in %3.</translation>
    </message>
    <message>
        <source>The backup %1 can be restored: %2 in %3.</source>
        <translation>Die Sicherung %1 lässt sich zurückspielen: %2 in %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tables</source>
        <translation>
            <numerusform>%n Tabelle</numerusform>
            <numerusform>%n Tabellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkEditDialog</name>
    <message numerus="yes">
        <source>Change %n activities</source>
        <translation>
            <numerusform>%n Aktivität ändern</numerusform>
            <numerusform>%n Aktivitäten ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>&amp;Feld</translation>
    </message>
    <message>
        <source>&amp;New value</source>
        <translation>&amp;Neuer Wert</translation>
    </message>
    <message>
        <source>All of them are changed, or none. CO₂e is computed again; one Undo takes everything back.</source>
        <translation>Alle werden geändert oder keine. Das CO₂e wird neu berechnet; einmal Rückgängig nimmt alles zurück.</translation>
    </message>
    <message>
        <source>Type the new value first.</source>
        <translation>Geben Sie zuerst den neuen Wert ein.</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>laboratories</source>
        <translation>Labore</translation>
    </message>
    <message>
        <source>Save the &amp;charts…</source>
        <translation>&amp;Diagramme speichern…</translation>
    </message>
    <message>
        <source>Choose a laboratory and a year to see its months.</source>
        <translation>Wählen Sie ein Labor und ein Jahr, um seine Monate zu sehen.</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Nach Monat</translation>
    </message>
    <message>
        <source>By laboratory</source>
        <translation>Nach Labor</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Nach Jahr</translation>
    </message>
    <message>
        <source>Save the charts</source>
        <translation>Diagramme speichern</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Zeichnung (*.svg)</translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>Remove the filter %1</source>
        <translation>Filter %1 entfernen</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
</context>
<context>
    <name>Co2ePreview</name>
    <message>
        <source>CO₂e ready to commit, by cate&amp;gory</source>
        <translation>CO₂e bereit zum Übernehmen, nach Kate&amp;gorie</translation>
    </message>
    <message numerus="yes">
        <source>%n amounts far above your history</source>
        <translation>
            <numerusform>%n Menge weit über dem Üblichen</numerusform>
            <numerusform>%n Mengen weit über dem Üblichen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnRow</name>
    <message>
        <source>%1: drag it onto a field</source>
        <translation>%1: auf ein Feld ziehen</translation>
    </message>
    <message>
        <source>– not used –</source>
        <translation>– nicht verwendet –</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>zu %1 % sicher</translation>
    </message>
    <message>
        <source>kept with the row only</source>
        <translation>nur mit der Zeile behalten</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>von Ihnen gewählt</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>wie letztes Mal</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>a guess, please look</source>
        <translation>geraten, bitte prüfen</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Columns of %1</source>
        <translation>Spalten: %1</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Remembered</source>
        <translation>Gemerkt</translation>
    </message>
    <message>
        <source>The kind of data was not recognised. Choose it in step 1, Source.</source>
        <translation>Die Art der Daten wurde nicht erkannt. Wählen Sie sie in Schritt 1, Quelle.</translation>
    </message>
    <message>
        <source>Still needed: %1. Choose below which column holds it.</source>
        <translation>Es fehlt noch: %1. Wählen Sie unten, in welcher Spalte es steht.</translation>
    </message>
    <message>
        <source>Words (%1 not known)</source>
        <translation>Wörter (%1 unbekannt)</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find an action</source>
        <translation>Aktion finden</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Schreiben Sie, was Sie tun möchten</translation>
    </message>
</context>
<context>
    <name>CommitPage</name>
    <message>
        <source>Comparing with the database…</source>
        <translation>Vergleich mit der Datenbank…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Committing…</source>
        <translation>Wird übernommen…</translation>
    </message>
    <message>
        <source>Everything is written in one step: if it is interrupted, nothing is. The whole import can be undone later under Imports.</source>
        <translation>Alles wird in einem Schritt geschrieben: Bei einem Unterbruch wird nichts geschrieben. Der ganze Import kann später unter Importe rückgängig gemacht werden.</translation>
    </message>
    <message numerus="yes">
        <source>Valid rows only: %n rows are committed</source>
        <translation>
            <numerusform>Nur gültige Zeilen: %n Zeile wird übernommen</numerusform>
            <numerusform>Nur gültige Zeilen: %n Zeilen werden übernommen</numerusform>
        </translation>
    </message>
    <message>
        <source>All or nothing: not as long as one row is in error</source>
        <translation>Alles oder nichts: nicht, solange eine Zeile fehlerhaft ist</translation>
    </message>
    <message numerus="yes">
        <source>%n activities will be added to %1 for %2</source>
        <translation>
            <numerusform>%n Aktivität wird zu %1 für %2 hinzugefügt</numerusform>
            <numerusform>%n Aktivitäten werden zu %1 für %2 hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They stand for %1.</source>
        <translation>
            <numerusform>Das entspricht %1.</numerusform>
            <numerusform>Das entspricht %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them have no emission factor: their CO2e is stored as missing, never as 0.</source>
        <translation>
            <numerusform>%n davon hat keinen Emissionsfaktor: CO₂e wird als fehlend gespeichert, nie als 0.</numerusform>
            <numerusform>%n davon haben keinen Emissionsfaktor: CO₂e wird als fehlend gespeichert, nie als 0.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them carry a warning. Look at them in step 3 before you go on.</source>
        <translation>
            <numerusform>%n davon hat eine Warnung. Sehen Sie sie in Schritt 3 an, bevor Sie weitergehen.</numerusform>
            <numerusform>%n davon haben eine Warnung. Sehen Sie sie in Schritt 3 an, bevor Sie weitergehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are there already, in this file or in the database, and will be added once more. Skip them in step 3 if that is not meant.</source>
        <translation>
            <numerusform>%n davon ist schon da, in dieser Datei oder in der Datenbank, und wird noch einmal hinzugefügt. Überspringen Sie sie in Schritt 3, wenn das nicht so gemeint ist.</numerusform>
            <numerusform>%n davon sind schon da, in dieser Datei oder in der Datenbank, und werden noch einmal hinzugefügt. Überspringen Sie sie in Schritt 3, wenn das nicht so gemeint ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows in error stay behind as a worklist of this import; they can be corrected and committed later.</source>
        <translation>
            <numerusform>%n fehlerhafte Zeile bleibt auf der Arbeitsliste dieses Imports; sie kann später korrigiert und übernommen werden.</numerusform>
            <numerusform>%n fehlerhafte Zeilen bleiben auf der Arbeitsliste dieses Imports; sie können später korrigiert und übernommen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are in error. Correct or skip them in step 3, or choose “Valid rows only”.</source>
        <translation>
            <numerusform>%n Zeile ist fehlerhaft. Korrigieren oder überspringen Sie sie in Schritt 3 oder wählen Sie «Nur gültige Zeilen».</numerusform>
            <numerusform>%n Zeilen sind fehlerhaft. Korrigieren oder überspringen Sie sie in Schritt 3 oder wählen Sie «Nur gültige Zeilen».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are left out (skipped or not filled in).</source>
        <translation>
            <numerusform>%n Zeile wird weggelassen (übersprungen oder nicht ausgefüllt).</numerusform>
            <numerusform>%n Zeilen werden weggelassen (übersprungen oder nicht ausgefüllt).</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the rows again with the database as it is now, then go on.</source>
        <translation>Prüfen Sie die Zeilen erneut mit der Datenbank, wie sie jetzt ist, und fahren Sie dann fort.</translation>
    </message>
</context>
<context>
    <name>CommitResult</name>
    <message>
        <source>Show the activities</source>
        <translation>Aktivitäten anzeigen</translation>
    </message>
    <message>
        <source>See the results</source>
        <translation>Ergebnisse ansehen</translation>
    </message>
    <message>
        <source>Show the import</source>
        <translation>Import anzeigen</translation>
    </message>
    <message>
        <source>Open the worklist…</source>
        <translation>Arbeitsliste öffnen…</translation>
    </message>
    <message>
        <source>Undo this import…</source>
        <translation>Rückgängig machen…</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Weitere Datei importieren</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>Es wurde nichts geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are in error. Correct them, or commit the valid rows only.</source>
        <translation>
            <numerusform>%n Zeile ist fehlerhaft. Korrigieren Sie sie oder übernehmen Sie nur die gültigen Zeilen.</numerusform>
            <numerusform>%n Zeilen sind fehlerhaft. Korrigieren Sie sie oder übernehmen Sie nur die gültigen Zeilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n activities were committed to %1</source>
        <translation>
            <numerusform>%n Aktivität wurde in %1 übernommen</numerusform>
            <numerusform>%n Aktivitäten wurden in %1 übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows in error wait on the worklist of this import.</source>
        <translation>
            <numerusform>%n fehlerhafte Zeile wartet auf der Arbeitsliste dieses Imports.</numerusform>
            <numerusform>%n fehlerhafte Zeilen warten auf der Arbeitsliste dieses Imports.</numerusform>
        </translation>
    </message>
    <message>
        <source>They had reached the database already; nothing was doubled.</source>
        <translation>Sie waren schon in der Datenbank; nichts wurde verdoppelt.</translation>
    </message>
    <message>
        <source>This import was undone</source>
        <translation>Dieser Import wurde rückgängig gemacht</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Changed by someone else meanwhile</source>
        <translation>Inzwischen von jemand anderem geändert</translation>
    </message>
    <message>
        <source>%1 changed this activity on %2, before you did. Which value is right?</source>
        <translation>%1 hat diese Aktivität am %2 vor Ihnen geändert. Welcher Wert stimmt?</translation>
    </message>
    <message>
        <source>Write my value</source>
        <translation>Meinen Wert schreiben</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Deren Wert behalten</translation>
    </message>
    <message>
        <source>You saw</source>
        <translation>Sie sahen</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihr Wert</translation>
    </message>
    <message>
        <source>Theirs, as it is now</source>
        <translation>Deren Wert, wie er jetzt ist</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>Set by the administrator of this computer; only your login is yours.</source>
        <translation>Von der Administration dieses Computers festgelegt; nur Ihr Login ist Ihres.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Datenbank</translation>
    </message>
    <message>
        <source>&amp;Login by</source>
        <translation>&amp;Anmeldung mit</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>Keep it in the &amp;keyring of this computer</source>
        <translation>Im &amp;Schlüsselbund dieses Computers behalten</translation>
    </message>
    <message>
        <source>P&amp;rotection</source>
        <translation>Sch&amp;utz</translation>
    </message>
    <message>
        <source>I &amp;accept this for this connection</source>
        <translation>Für diese Verbindung nehme ich das &amp;in Kauf</translation>
    </message>
    <message>
        <source>Somebody in between could read or change what is sent.</source>
        <translation>Jemand dazwischen könnte mitlesen oder ändern, was gesendet wird.</translation>
    </message>
    <message>
        <source>C&amp;A file</source>
        <translation>&amp;CA-Datei</translation>
    </message>
    <message>
        <source>A pooler (P&amp;gBouncer) stands before the server</source>
        <translation>Vor dem Server steht ein Pooler (P&amp;gBouncer)</translation>
    </message>
    <message>
        <source>Otherwise it is kept until co2desk is closed.</source>
        <translation>Sonst bleibt es, bis co2desk geschlossen wird.</translation>
    </message>
    <message>
        <source>This computer has no keyring that can be used: the password is kept until co2desk is closed, and asked for again.</source>
        <translation>Dieser Computer hat keinen brauchbaren Schlüsselbund: Das Passwort bleibt, bis co2desk geschlossen wird, und wird dann wieder erfragt.</translation>
    </message>
    <message>
        <source>Looking for a keyring…</source>
        <translation>Ein Schlüsselbund wird gesucht…</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>encrypted, and the server proves who it is</source>
        <translation>verschlüsselt, und der Server weist sich aus</translation>
    </message>
    <message>
        <source>encrypted, the server&apos;s name is not checked</source>
        <translation>verschlüsselt, der Name des Servers wird nicht geprüft</translation>
    </message>
    <message>
        <source>encrypted, the server is not checked</source>
        <translation>verschlüsselt, der Server wird nicht geprüft</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>user and password</source>
        <translation>Benutzer und Passwort</translation>
    </message>
    <message>
        <source>Kerberos</source>
        <translation>Kerberos</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>sign-in in the browser</source>
        <translation>Anmeldung im Browser</translation>
    </message>
</context>
<context>
    <name>ConnectionsDialog</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>The private database on this computer, with the demonstration laboratory. It needs no password and no network.</source>
        <translation>Die private Datenbank auf diesem Computer, mit dem Vorführlabor. Sie braucht kein Passwort und kein Netz.</translation>
    </message>
    <message>
        <source>A&amp;dd a server</source>
        <translation>Server &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>&amp;Ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Work &amp;on it</source>
        <translation>&amp;Damit arbeiten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schliessen</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>There is a connection of this name already.</source>
        <translation>Eine Verbindung dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Trying the connection…</source>
        <translation>Die Verbindung wird ausprobiert…</translation>
    </message>
    <message>
        <source>The connection is kept.</source>
        <translation>Die Verbindung ist gespeichert.</translation>
    </message>
    <message>
        <source>Its password is in the keyring.</source>
        <translation>Ihr Passwort liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Its password is kept until co2desk is closed.</source>
        <translation>Ihr Passwort bleibt, bis co2desk geschlossen wird.</translation>
    </message>
    <message>
        <source>The connection and its password are forgotten.</source>
        <translation>Die Verbindung und ihr Passwort sind vergessen.</translation>
    </message>
</context>
<context>
    <name>CorrectionBar</name>
    <message>
        <source>Close</source>
        <translation>Schliessen</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Im Programm ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>This is a fault of co2desk, not yours. Your work is not lost: imports under way are kept as drafts, and nothing is written to the database by halves. You can keep working; if something looks odd, close the window concerned and open it again.</source>
        <translation>Das ist ein Fehler von co2desk, nicht Ihrer. Ihre Arbeit ist nicht verloren: Begonnene Importe bleiben als Entwürfe, und nichts wird halb in die Datenbank geschrieben. Sie können weiterarbeiten; sieht etwas seltsam aus, schliessen Sie das betreffende Fenster und öffnen es wieder.</translation>
    </message>
    <message>
        <source>&amp;Report for your administrator; it holds no data and no passwords</source>
        <translation>&amp;Bericht für Ihren Administrator; ohne Daten und Passwörter</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Keep working</source>
        <translation>&amp;Weiterarbeiten</translation>
    </message>
</context>
<context>
    <name>DatabaseTab</name>
    <message>
        <source>Revision</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>angewendet</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migrationen</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <source>Verify a backup…</source>
        <translation>Sicherung prüfen…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Sicherung zurückspielen…</translation>
    </message>
    <message>
        <source>This program and the database fit together.</source>
        <translation>Dieses Programm und die Datenbank passen zusammen.</translation>
    </message>
    <message>
        <source>This program does not fit the database.</source>
        <translation>Dieses Programm passt nicht zur Datenbank.</translation>
    </message>
    <message>
        <source>PostgreSQL %1 · schema %2 of %3 · user %4. </source>
        <translation>PostgreSQL %1 · Schema %2 von %3 · Benutzer %4. </translation>
    </message>
</context>
<context>
    <name>DateReadingNotes</name>
    <message>
        <source>Read it otherwise…</source>
        <translation>Anders lesen…</translation>
    </message>
    <message numerus="yes">
        <source>Column %1: “%2” was read as the day number of a spreadsheet, %3 (%n rows). If that is not meant, write the dates anew.</source>
        <translation>
            <numerusform>Spalte %1: «%2» wird als Tagesnummer einer Tabelle gelesen, %3 (%n Zeile). Ist das nicht gemeint, schreiben Sie das Datum neu.</numerusform>
            <numerusform>Spalte %1: «%2» wird als Tagesnummer einer Tabelle gelesen, %3 (%n Zeilen). Ist das nicht gemeint, schreiben Sie die Daten neu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1: “%2” is read day first, %3, as you said (%n rows).</source>
        <translation>
            <numerusform>Spalte %1: «%2» wird mit dem Tag vorn gelesen, %3, wie Sie gesagt haben (%n Zeile).</numerusform>
            <numerusform>Spalte %1: «%2» wird mit dem Tag vorn gelesen, %3, wie Sie gesagt haben (%n Zeilen).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1: “%2” is read month first, %3, as you said (%n rows).</source>
        <translation>
            <numerusform>Spalte %1: «%2» wird mit dem Monat vorn gelesen, %3, wie Sie gesagt haben (%n Zeile).</numerusform>
            <numerusform>Spalte %1: «%2» wird mit dem Monat vorn gelesen, %3, wie Sie gesagt haben (%n Zeilen).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1: “%2” is read day first, %3, because of “%4” (%n rows).</source>
        <translation>
            <numerusform>Spalte %1: «%2» wird mit dem Tag vorn gelesen, %3, wegen «%4» (%n Zeile).</numerusform>
            <numerusform>Spalte %1: «%2» wird mit dem Tag vorn gelesen, %3, wegen «%4» (%n Zeilen).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1: “%2” is read month first, %3, because of “%4” (%n rows).</source>
        <translation>
            <numerusform>Spalte %1: «%2» wird mit dem Monat vorn gelesen, %3, wegen «%4» (%n Zeile).</numerusform>
            <numerusform>Spalte %1: «%2» wird mit dem Monat vorn gelesen, %3, wegen «%4» (%n Zeilen).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Open a draft or a pack</source>
        <translation>Entwurf oder Paket öffnen</translation>
    </message>
    <message>
        <source>Drafts of imports and packs (*.co2draft *.co2pack)</source>
        <translation>Entwürfe von Imports und Pakete (*.co2draft *.co2pack)</translation>
    </message>
</context>
<context>
    <name>DetailsDock</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Select a row to see its details.</source>
        <translation>Wählen Sie eine Zeile, um ihre Details zu sehen.</translation>
    </message>
</context>
<context>
    <name>DifferenceWords</name>
    <message>
        <source>The database has changed since these rows were checked:</source>
        <translation>Die Datenbank hat sich geändert, seit diese Zeilen geprüft wurden:</translation>
    </message>
    <message>
        <source>The rows were checked again; they come out the same.</source>
        <translation>Die Zeilen wurden erneut geprüft; das Ergebnis ist dasselbe.</translation>
    </message>
    <message>
        <source>The rows were checked again: %1 with %2, before it was %3 with %4.</source>
        <translation>Die Zeilen wurden erneut geprüft: %1 mit %2, vorher waren es %3 mit %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n bereit</numerusform>
            <numerusform>%n bereit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the year %2 was published and takes no more rows</source>
        <translation>%1: Das Jahr %2 wurde veröffentlicht und nimmt keine Zeilen mehr an</translation>
    </message>
    <message>
        <source>%1: the year %2 can be edited again</source>
        <translation>%1: Das Jahr %2 kann wieder bearbeitet werden</translation>
    </message>
    <message>
        <source>Laboratory %1 was archived</source>
        <translation>Das Labor %1 wurde archiviert</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Emission factor %1 is no longer there</source>
        <translation>Den Emissionsfaktor %1 gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Laboratory %1 is no longer there, or no longer open to you</source>
        <translation>Das Labor %1 gibt es nicht mehr, oder es steht Ihnen nicht mehr offen</translation>
    </message>
    <message>
        <source>%1 is no longer there</source>
        <translation>%1 gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Emission factor %1</source>
        <translation>Emissionsfaktor %1</translation>
    </message>
    <message>
        <source>Exchange rate %1</source>
        <translation>Wechselkurs %1</translation>
    </message>
    <message>
        <source>Your role in %1</source>
        <translation>Ihre Rolle in %1</translation>
    </message>
    <message>
        <source>Meaning of “%1”</source>
        <translation>Bedeutung von «%1»</translation>
    </message>
</context>
<context>
    <name>DraftsList</name>
    <message>
        <source>In preparation on this computer</source>
        <translation>In Vorbereitung auf diesem Computer</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Damit fortfahren</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Begins once more with the file of this draft</source>
        <translation>Beginnt noch einmal mit der Datei dieses Entwurfs</translation>
    </message>
    <message>
        <source>Throw it away…</source>
        <translation>Wegwerfen…</translation>
    </message>
    <message>
        <source>Throw this draft away?</source>
        <translation>Diesen Entwurf wegwerfen?</translation>
    </message>
    <message>
        <source>The draft of “%1” and all corrections in it are removed from this computer. Your own file and the database stay as they are.</source>
        <translation>Der Entwurf von «%1» und alle Korrekturen darin werden von diesem Computer entfernt. Ihre eigene Datei und die Datenbank bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Wegwerfen</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Try other words, or take the filters away.</source>
        <translation>Versuchen Sie andere Wörter, oder entfernen Sie die Filter.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
</context>
<context>
    <name>EncodingsDialog</name>
    <message>
        <source>Compare encodings</source>
        <translation>Zeichenkodierungen vergleichen</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>Stelle %1</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichenkodierung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Read it so</source>
        <translation>So lesen</translation>
    </message>
    <message>
        <source>Choose the line in which letters, accents and signs look right.</source>
        <translation>Wählen Sie die Zeile, in der Buchstaben, Akzente und Zeichen richtig aussehen.</translation>
    </message>
    <message>
        <source>The file has no letter that depends on the encoding; each of these that can read it reads it alike.</source>
        <translation>Die Datei hat keinen Buchstaben, der von der Kodierung abhängt; alle, die sie lesen können, lesen sie gleich.</translation>
    </message>
</context>
<context>
    <name>ExportName</name>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel-Arbeitsmappe (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>FactorColumns</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>kg CO₂e</source>
        <translation>kg CO₂e</translation>
    </message>
    <message>
        <source>per</source>
        <translation>pro</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>FactorFinder</name>
    <message>
        <source>Find an emission factor</source>
        <translation>Emissionsfaktor suchen</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Wörter</translation>
    </message>
    <message>
        <source>Factors found, the best first</source>
        <translation>Gefundene Faktoren, der beste zuerst</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Take this factor</source>
        <translation>Diesen Faktor nehmen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>kg CO₂e</source>
        <translation>kg CO₂e</translation>
    </message>
    <message>
        <source>per</source>
        <translation>pro</translation>
    </message>
    <message numerus="yes">
        <source>%n factors found</source>
        <translation>
            <numerusform>%n Faktor gefunden</numerusform>
            <numerusform>%n Faktoren gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>No factor holds any of these words. Try fewer or other words.</source>
        <translation>Kein Faktor enthält eines dieser Wörter. Versuchen Sie weniger oder andere Wörter.</translation>
    </message>
</context>
<context>
    <name>FactorForm</name>
    <message>
        <source>Edit factor</source>
        <translation>Faktor bearbeiten</translation>
    </message>
    <message>
        <source>New factor of a laboratory</source>
        <translation>Neuer Faktor eines Labors</translation>
    </message>
    <message>
        <source>&amp;Laboratory</source>
        <translation>&amp;Labor</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>&amp;Compute these activities anew</source>
        <translation>Diese Aktivitäten &amp;neu berechnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Cate&amp;gory</source>
        <translation>Kate&amp;gorie</translation>
    </message>
    <message>
        <source>S&amp;ubcategory</source>
        <translation>&amp;Unterkategorie</translation>
    </message>
    <message>
        <source>&amp;kg CO₂e</source>
        <translation>&amp;kg CO₂e</translation>
    </message>
    <message>
        <source>&amp;per (unit)</source>
        <translation>&amp;pro (Einheit)</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>Valid &amp;from</source>
        <translation>Gültig &amp;ab</translation>
    </message>
    <message>
        <source>&amp;Valid until</source>
        <translation>Gültig &amp;bis</translation>
    </message>
    <message>
        <source>&amp;Justification</source>
        <translation>Be&amp;gründung</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>kg CO₂e now</source>
        <translation>kg CO₂e jetzt</translation>
    </message>
    <message>
        <source>kg CO₂e then</source>
        <translation>kg CO₂e danach</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>published: stays</source>
        <translation>veröffentlicht: bleibt</translation>
    </message>
    <message>
        <source>Save factor</source>
        <translation>Faktor speichern</translation>
    </message>
    <message>
        <source>Only this laboratory can use it; say why it needs one.</source>
        <translation>Nur dieses Labor kann ihn verwenden; sagen Sie, warum es einen braucht.</translation>
    </message>
    <message>
        <source>No activity uses this factor.</source>
        <translation>Keine Aktivität verwendet diesen Faktor.</translation>
    </message>
    <message>
        <source>No laboratory&apos;s CO₂e would change.</source>
        <translation>Das CO₂e keines Labors würde sich ändern.</translation>
    </message>
    <message>
        <source>%1 in all. Published years stay as they are.</source>
        <translation>%1 insgesamt. Veröffentlichte Jahre bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>FactorLoading</name>
    <message>
        <source>Load a set of factors</source>
        <translation>Einen Satz Faktoren laden</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.xls *.ods)</source>
        <translation>Tabellen (*.csv *.tsv *.txt *.xlsx *.xls *.ods)</translation>
    </message>
    <message>
        <source>Reading factors…</source>
        <translation>Faktoren werden gelesen…</translation>
    </message>
    <message>
        <source>Loading factors…</source>
        <translation>Faktoren werden geladen…</translation>
    </message>
    <message>
        <source>Factors: %1, %2, %3 the same as before.</source>
        <translation>Faktoren: %1, %2, %3 wie zuvor.</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n hinzugefügt</numerusform>
            <numerusform>%n hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Load %1?</source>
        <translation>%1 laden?</translation>
    </message>
    <message>
        <source>Activities keep the CO₂e they have; edit a factor to compute its activities anew.</source>
        <translation>Aktivitäten behalten ihr CO₂e; bearbeiten Sie einen Faktor, um seine Aktivitäten neu zu berechnen.</translation>
    </message>
    <message>
        <source>Load the factors</source>
        <translation>Faktoren laden</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was loaded: %n rows are in error.</source>
        <translation>
            <numerusform>Nichts wurde geladen: %n Zeile ist fehlerhaft.</numerusform>
            <numerusform>Nichts wurde geladen: %n Zeilen sind fehlerhaft.</numerusform>
        </translation>
    </message>
    <message>
        <source>Factors: %1 to be added, %2 to be changed, %3 the same as before.</source>
        <translation>Faktoren: %1 kommen hinzu, %2 ändern sich, %3 sind wie zuvor.</translation>
    </message>
</context>
<context>
    <name>FactorPanel</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Subcategory</source>
        <translation>Unterkategorie</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Haul</source>
        <translation>Flugstrecke</translation>
    </message>
    <message>
        <source>Cabin class</source>
        <translation>Reiseklasse</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Energy carrier</source>
        <translation>Energieträger</translation>
    </message>
    <message>
        <source>Heating value</source>
        <translation>Heizwert</translation>
    </message>
    <message>
        <source>Purchase code</source>
        <translation>Beschaffungscode</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Justification</source>
        <translation>Begründung</translation>
    </message>
</context>
<context>
    <name>FactorsPage</name>
    <message>
        <source>Emission factors</source>
        <translation>Emissionsfaktoren</translation>
    </message>
    <message>
        <source>Search name, code, category</source>
        <translation>Name, Code, Kategorie suchen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Load a set of factors…</source>
        <translation>Faktoren laden…</translation>
    </message>
    <message>
        <source>New factor…</source>
        <translation>Neuer Faktor…</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>No factor found</source>
        <translation>Kein Faktor gefunden</translation>
    </message>
    <message>
        <source>Try fewer or other words; accents and capitals do not matter.</source>
        <translation>Versuchen Sie es mit weniger oder anderen Wörtern; Akzente und Grossschreibung spielen keine Rolle.</translation>
    </message>
    <message>
        <source>Show all factors</source>
        <translation>Alle Faktoren anzeigen</translation>
    </message>
    <message>
        <source>What is an emission factor?</source>
        <translation>Was ist ein Emissionsfaktor?</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message numerus="yes">
        <source>%n factors</source>
        <translation>
            <numerusform>%n Faktor</numerusform>
            <numerusform>%n Faktoren</numerusform>
        </translation>
    </message>
    <message>
        <source>Only administrators may change it.</source>
        <translation>Nur die Administration darf ihn ändern.</translation>
    </message>
    <message>
        <source>Saving the factor…</source>
        <translation>Faktor wird gespeichert…</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>Export factors</source>
        <translation>Faktoren exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n factors were exported.</source>
        <translation>
            <numerusform>%n Faktor wurde exportiert.</numerusform>
            <numerusform>%n Faktoren wurden exportiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Something went wrong in the program itself; nothing was written. The log has the details. Try again, and tell your administrator if it comes back.</source>
        <translation>Im Programm selbst ist etwas schiefgegangen; es wurde nichts geschrieben. Das Protokoll enthält die Einzelheiten. Versuchen Sie es noch einmal und melden Sie es Ihrer Administratorin oder Ihrem Administrator, falls es wieder vorkommt.</translation>
    </message>
</context>
<context>
    <name>FieldTable</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>Spalte der Datei</translation>
    </message>
    <message>
        <source>needed: drop a column here</source>
        <translation>nötig: Spalte hier ablegen</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>No column</source>
        <translation>Keine Spalte</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Work on this computer</source>
        <translation>Auf diesem Computer arbeiten</translation>
    </message>
    <message>
        <source>A private database is made here, with a demonstration laboratory to try things on. No server and no administrator are needed.</source>
        <translation>Hier entsteht eine private Datenbank, mit einem Vorführlabor zum Ausprobieren. Es braucht weder Server noch Administrator.</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>Hier beginnen</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Mit einem Server verbinden</translation>
    </message>
    <message>
        <source>Work on the database that you share with others. You need its address and your login; the connection is tried step by step.</source>
        <translation>Auf der Datenbank arbeiten, die Sie mit anderen teilen. Sie brauchen ihre Adresse und Ihr Login; die Verbindung wird Schritt für Schritt ausprobiert.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Open a draft</source>
        <translation>Einen Entwurf öffnen</translation>
    </message>
    <message>
        <source>Go on with an import that was begun elsewhere, on this computer until you connect to a server.</source>
        <translation>Einen anderswo begonnenen Import fortsetzen, auf diesem Computer, bis Sie sich mit einem Server verbinden.</translation>
    </message>
    <message>
        <source>Choose a draft…</source>
        <translation>Einen Entwurf wählen…</translation>
    </message>
    <message>
        <source>Welcome to co2desk</source>
        <translation>Willkommen bei co2desk</translation>
    </message>
    <message>
        <source>Where are the activities of your laboratory kept? You can change this later.</source>
        <translation>Wo werden die Aktivitäten Ihres Labors aufbewahrt? Sie können das später ändern.</translation>
    </message>
</context>
<context>
    <name>FixAllBar</name>
    <message>
        <source>All cells &amp;with</source>
        <translation>Alle Zellen &amp;mit</translation>
    </message>
    <message>
        <source>become</source>
        <translation>werden zu</translation>
    </message>
    <message>
        <source>Skip all rows</source>
        <translation>Alle Zeilen überspringen</translation>
    </message>
    <message>
        <source>Leave all rows with this problem out of the import.</source>
        <translation>Alle Zeilen mit diesem Problem aus dem Import lassen.</translation>
    </message>
    <message>
        <source>Remembered for this laboratory.</source>
        <translation>Wird für dieses Labor gemerkt.</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message numerus="yes">
        <source>Change %n cells</source>
        <translation>
            <numerusform>%n Zelle ändern</numerusform>
            <numerusform>%n Zellen ändern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Übernahme</translation>
    </message>
</context>
<context>
    <name>FocusLine</name>
    <message>
        <source>Nothing is wrong in this row.</source>
        <translation>In dieser Zeile ist alles in Ordnung.</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>%1 can connect now</source>
        <translation>%1 kann sich jetzt verbinden</translation>
    </message>
    <message>
        <source>Hand this over by a way that only the person reads, not by open mail. The password is shown this once and kept nowhere; if it gets lost, make a new one.</source>
        <translation>Übergeben Sie das auf einem Weg, den nur diese Person liest, nicht mit offener E-Mail. Das Passwort wird nur dieses eine Mal gezeigt und nirgends aufbewahrt; geht es verloren, machen Sie ein neues.</translation>
    </message>
    <message>
        <source>What to hand over</source>
        <translation>Was zu übergeben ist</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>Ich habe es</translation>
    </message>
    <message>
        <source>Open co2desk, File &gt; Connections… &gt; Add a server, and enter:</source>
        <translation>Öffnen Sie co2desk, Datei &gt; Verbindungen… &gt; Server hinzufügen, und geben Sie ein:</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>Port: %1</source>
        <translation>Port: %1</translation>
    </message>
    <message>
        <source>Database: %1</source>
        <translation>Datenbank: %1</translation>
    </message>
    <message>
        <source>User: %1</source>
        <translation>Benutzer: %1</translation>
    </message>
    <message>
        <source>Password: %1</source>
        <translation>Passwort: %1</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Slow queries</source>
        <translation>Langsame Abfragen</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>Unused indexes</source>
        <translation>Unbenutzte Indizes</translation>
    </message>
    <message>
        <source>Waiting sessions</source>
        <translation>Wartende Sitzungen</translation>
    </message>
    <message>
        <source>Archiving</source>
        <translation>Archivierung</translation>
    </message>
    <message>
        <source>Standby servers</source>
        <translation>Standby-Server</translation>
    </message>
    <message>
        <source>Standby for published years</source>
        <translation>Standby für veröffentlichte Jahre</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Grösse</translation>
    </message>
    <message>
        <source>running since</source>
        <translation>läuft seit</translation>
    </message>
    <message>
        <source>connections at most</source>
        <translation>Verbindungen höchstens</translation>
    </message>
    <message>
        <source>all sessions seen</source>
        <translation>alle Sitzungen sichtbar</translation>
    </message>
    <message>
        <source>behind the primary by</source>
        <translation>hinter dem Primärserver um</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>längste</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>on average</source>
        <translation>im Mittel</translation>
    </message>
    <message>
        <source>altogether</source>
        <translation>insgesamt</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>indexes</source>
        <translation>Indizes</translation>
    </message>
    <message>
        <source>rows to clean up</source>
        <translation>aufzuräumende Zeilen</translation>
    </message>
    <message>
        <source>cleaned up</source>
        <translation>aufgeräumt</translation>
    </message>
    <message>
        <source>analysed</source>
        <translation>analysiert</translation>
    </message>
    <message>
        <source>wasted</source>
        <translation>ungenutzt</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>login</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>for</source>
        <translation>seit</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>Anweisung</translation>
    </message>
    <message>
        <source>waits for</source>
        <translation>wartet auf</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>last archived</source>
        <translation>zuletzt archiviert</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>last failure</source>
        <translation>letzter Fehlschlag</translation>
    </message>
    <message>
        <source>behind by</source>
        <translation>im Rückstand um</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>waits in a transaction</source>
        <translation>wartet in einer Transaktion</translation>
    </message>
    <message>
        <source>waits in a failed transaction</source>
        <translation>wartet in einer gescheiterten Transaktion</translation>
    </message>
    <message>
        <source>calls a function</source>
        <translation>ruft eine Funktion auf</translation>
    </message>
    <message>
        <source>not watched</source>
        <translation>nicht beobachtet</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>folgt</translation>
    </message>
    <message>
        <source>catches up</source>
        <translation>holt auf</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>takes a backup</source>
        <translation>macht eine Sicherung</translation>
    </message>
    <message>
        <source>stops</source>
        <translation>hält an</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>%1 on the disk</source>
        <translation>%1 auf der Platte</translation>
    </message>
    <message>
        <source>%1 of %2 sessions</source>
        <translation>%1 von %2 Sitzungen</translation>
    </message>
    <message>
        <source>sessions waiting: %1</source>
        <translation>wartende Sitzungen: %1</translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>niemand wartet</translation>
    </message>
    <message>
        <source>tables to clean up: %1</source>
        <translation>aufzuräumende Tabellen: %1</translation>
    </message>
    <message>
        <source>nothing to clean up</source>
        <translation>nichts aufzuräumen</translation>
    </message>
</context>
<context>
    <name>HealthTab</name>
    <message>
        <source>About</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Health of the database</source>
        <translation>Zustand der Datenbank</translation>
    </message>
    <message>
        <source>Clean up and analyse</source>
        <translation>Aufräumen und analysieren</translation>
    </message>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Cleaning up…</source>
        <translation>Wird aufgeräumt…</translation>
    </message>
    <message>
        <source>The database was cleaned up and analysed.</source>
        <translation>Die Datenbank wurde aufgeräumt und analysiert.</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Bereich</translation>
    </message>
    <message>
        <source>&amp;Rebuild indexes too</source>
        <translation>Auch &amp;Indizes neu aufbauen</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help – co2desk</source>
        <translation>Hilfe – co2desk</translation>
    </message>
    <message>
        <source>Contents of the guide</source>
        <translation>Inhalt der Anleitung</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>In der Anleitung suchen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>import undone</source>
        <translation>Import rückgängig gemacht</translation>
    </message>
    <message>
        <source>activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>may log in</source>
        <translation>darf sich anmelden</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>kg CO₂e</source>
        <translation>kg CO₂e</translation>
    </message>
    <message>
        <source>where the CO₂e is from</source>
        <translation>Herkunft des CO₂e</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>login</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>value of the factor</source>
        <translation>Wert des Faktors</translation>
    </message>
    <message>
        <source>faculty</source>
        <translation>Fakultät</translation>
    </message>
    <message>
        <source>checksum of the file</source>
        <translation>Prüfsumme der Datei</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>per euro</source>
        <translation>pro Euro</translation>
    </message>
    <message>
        <source>reporting year</source>
        <translation>Berichtsjahr</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>rows in error</source>
        <translation>fehlerhafte Zeilen</translation>
    </message>
    <message>
        <source>rows in the file</source>
        <translation>Zeilen in der Datei</translation>
    </message>
    <message>
        <source>rows committed</source>
        <translation>übernommene Zeilen</translation>
    </message>
    <message>
        <source>SCIPER</source>
        <translation>SCIPER</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>laboratories</source>
        <translation>Labore</translation>
    </message>
    <message>
        <source>imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>rows of imports</source>
        <translation>Importzeilen</translation>
    </message>
    <message>
        <source>emission factors</source>
        <translation>Emissionsfaktoren</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>published years</source>
        <translation>veröffentlichte Jahre</translation>
    </message>
    <message>
        <source>exchange rates</source>
        <translation>Wechselkurse</translation>
    </message>
    <message>
        <source>what is remembered</source>
        <translation>Gemerktes</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>ImportColumns</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>kg CO₂e at commit</source>
        <translation>kg CO₂e bei Übernahme</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>In error</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Last saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
</context>
<context>
    <name>ImportFiles</name>
    <message>
        <source>Choose a file to import</source>
        <translation>Datei zum Importieren wählen</translation>
    </message>
    <message>
        <source>Tables and drafts</source>
        <translation>Tabellen und Entwürfe</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>%1 with errors</source>
        <translation>%1 mit Fehlern</translation>
    </message>
    <message>
        <source>Save annotated copy</source>
        <translation>Kommentierte Kopie speichern</translation>
    </message>
    <message>
        <source>Save a copy of the draft</source>
        <translation>Kopie des Entwurfs speichern</translation>
    </message>
    <message>
        <source>Drafts of imports</source>
        <translation>Entwürfe von Importen</translation>
    </message>
</context>
<context>
    <name>ImportWindow</name>
    <message>
        <source>Import – co2desk</source>
        <translation>Import – co2desk</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Datei wird gelesen…</translation>
    </message>
    <message>
        <source>pasted rows</source>
        <translation>eingefügte Zeilen</translation>
    </message>
    <message>
        <source>Reading the rows…</source>
        <translation>Zeilen werden gelesen…</translation>
    </message>
    <message>
        <source>The rows are being written. Wait a moment, or cancel it first.</source>
        <translation>Die Zeilen werden gerade geschrieben. Warten Sie einen Moment oder brechen Sie zuerst ab.</translation>
    </message>
    <message>
        <source>Import %1 – co2desk</source>
        <translation>Import von %1 – co2desk</translation>
    </message>
    <message>
        <source>Writing the annotated copy…</source>
        <translation>Kommentierte Kopie wird geschrieben…</translation>
    </message>
</context>
<context>
    <name>ImportWindows</name>
    <message>
        <source>This draft is open in a window. Close it there first.</source>
        <translation>Dieser Entwurf ist in einem Fenster offen. Schliessen Sie ihn zuerst dort.</translation>
    </message>
    <message>
        <source>The clipboard holds no rows. Copy cells in your spreadsheet first.</source>
        <translation>Die Zwischenablage enthält keine Zeilen. Kopieren Sie zuerst Zellen in Ihrer Tabelle.</translation>
    </message>
    <message>
        <source>Undoing the import…</source>
        <translation>Import wird rückgängig gemacht…</translation>
    </message>
</context>
<context>
    <name>ImportsPage</name>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Search file name</source>
        <translation>Dateiname suchen</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren…</translation>
    </message>
    <message>
        <source>&amp;State</source>
        <translation>&amp;Zustand</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>In the database</source>
        <translation>In der Datenbank</translation>
    </message>
    <message>
        <source>Nothing was imported yet</source>
        <translation>Noch nichts importiert</translation>
    </message>
    <message>
        <source>Files from finance, the travel agency or building services come in here.</source>
        <translation>Hier kommen Dateien aus Finanzen, Reisebüro oder Gebäudebetrieb herein.</translation>
    </message>
    <message>
        <source>Try it with the sample file</source>
        <translation>Mit der Beispieldatei ausprobieren</translation>
    </message>
    <message>
        <source>Which files can be imported?</source>
        <translation>Welche Dateien lassen sich importieren?</translation>
    </message>
    <message>
        <source>Show its activities</source>
        <translation>Seine Aktivitäten anzeigen</translation>
    </message>
    <message>
        <source>Open the worklist…</source>
        <translation>Arbeitsliste öffnen…</translation>
    </message>
    <message>
        <source>Undo this import…</source>
        <translation>Rückgängig machen…</translation>
    </message>
    <message numerus="yes">
        <source>%n imports</source>
        <translation>
            <numerusform>%n Import</numerusform>
            <numerusform>%n Importe</numerusform>
        </translation>
    </message>
    <message>
        <source>Undoing the import…</source>
        <translation>Import wird rückgängig gemacht…</translation>
    </message>
</context>
<context>
    <name>Issues</name>
    <message>
        <source>missing value</source>
        <translation>Wert fehlt</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>number can be read two ways</source>
        <translation>mehrdeutige Zahl</translation>
    </message>
    <message>
        <source>negative quantity</source>
        <translation>negative Menge</translation>
    </message>
    <message>
        <source>number out of range</source>
        <translation>Zahl ausserhalb der Grenzen</translation>
    </message>
    <message>
        <source>decimals rounded off</source>
        <translation>Nachkommastellen gerundet</translation>
    </message>
    <message>
        <source>not a date</source>
        <translation>kein Datum</translation>
    </message>
    <message>
        <source>date can be read two ways</source>
        <translation>mehrdeutiges Datum</translation>
    </message>
    <message>
        <source>date outside the reporting year</source>
        <translation>Datum ausserhalb des Berichtsjahrs</translation>
    </message>
    <message>
        <source>unknown word</source>
        <translation>unbekanntes Wort</translation>
    </message>
    <message>
        <source>unknown emission factor</source>
        <translation>unbekannter Emissionsfaktor</translation>
    </message>
    <message>
        <source>no emission factor</source>
        <translation>kein Emissionsfaktor</translation>
    </message>
    <message>
        <source>several emission factors fit</source>
        <translation>mehrere Emissionsfaktoren passen</translation>
    </message>
    <message>
        <source>factor not valid on that date</source>
        <translation>Faktor an diesem Datum nicht gültig</translation>
    </message>
    <message>
        <source>unknown unit</source>
        <translation>unbekannte Einheit</translation>
    </message>
    <message>
        <source>unit does not fit</source>
        <translation>unpassende Einheit</translation>
    </message>
    <message>
        <source>unknown currency</source>
        <translation>unbekannte Währung</translation>
    </message>
    <message>
        <source>unknown airport</source>
        <translation>unbekannter Flughafen</translation>
    </message>
    <message>
        <source>unknown station</source>
        <translation>unbekannter Bahnhof</translation>
    </message>
    <message>
        <source>several stations of that name</source>
        <translation>mehrere Bahnhöfe dieses Namens</translation>
    </message>
    <message>
        <source>same origin and destination</source>
        <translation>Start und Ziel sind gleich</translation>
    </message>
    <message>
        <source>too many cells</source>
        <translation>zu viele Zellen</translation>
    </message>
    <message>
        <source>too few cells</source>
        <translation>zu wenige Zellen</translation>
    </message>
    <message>
        <source>missing column</source>
        <translation>Spalte fehlt</translation>
    </message>
    <message>
        <source>text cannot be read</source>
        <translation>Text nicht lesbar</translation>
    </message>
    <message>
        <source>invisible character</source>
        <translation>unsichtbares Zeichen</translation>
    </message>
    <message>
        <source>text too long</source>
        <translation>Text zu lang</translation>
    </message>
    <message>
        <source>error in the spreadsheet</source>
        <translation>Fehler in der Tabelle</translation>
    </message>
    <message>
        <source>formula not calculated</source>
        <translation>Formel nicht berechnet</translation>
    </message>
    <message>
        <source>row not filled in</source>
        <translation>Zeile nicht ausgefüllt</translation>
    </message>
    <message>
        <source>unknown laboratory</source>
        <translation>unbekanntes Labor</translation>
    </message>
    <message>
        <source>not your laboratory</source>
        <translation>nicht Ihr Labor</translation>
    </message>
    <message>
        <source>same row twice in the file</source>
        <translation>Zeile doppelt in der Datei</translation>
    </message>
    <message>
        <source>already imported</source>
        <translation>bereits importiert</translation>
    </message>
    <message>
        <source>more hours than a week has</source>
        <translation>mehr Stunden als eine Woche hat</translation>
    </message>
    <message>
        <source>unusual quantity</source>
        <translation>ungewöhnliche Menge</translation>
    </message>
    <message>
        <source>cabin class assumed</source>
        <translation>Klasse angenommen</translation>
    </message>
    <message>
        <source>own CO₂e value used</source>
        <translation>eigener CO₂e-Wert verwendet</translation>
    </message>
    <message>
        <source>year already published</source>
        <translation>Jahr bereits veröffentlicht</translation>
    </message>
</context>
<context>
    <name>JobPanel</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Reporting year</source>
        <translation>Berichtsjahr</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>In error</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>As of the undo.</source>
        <translation>Stand beim Rückgängigmachen.</translation>
    </message>
    <message>
        <source>As of the commit.</source>
        <translation>Stand bei der Übernahme.</translation>
    </message>
    <message>
        <source>None of its activities are left.</source>
        <translation>Von seinen Aktivitäten ist keine mehr da.</translation>
    </message>
    <message numerus="yes">
        <source>Today, for the %n activities left.</source>
        <translation>
            <numerusform>Heute, für die eine verbliebene Aktivität.</numerusform>
            <numerusform>Heute, für die %n verbliebenen Aktivitäten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Today, the same as at the commit.</source>
        <translation>Heute, gleich wie bei der Übernahme.</translation>
    </message>
    <message numerus="yes">
        <source>Today, for %n activities. At the commit it was %1 for %2: since then activities or factors were changed.</source>
        <translation>
            <numerusform>Heute, für %n Aktivität. Bei der Übernahme waren es %1 für %2: Seither wurden Aktivitäten oder Faktoren geändert.</numerusform>
            <numerusform>Heute, für %n Aktivitäten. Bei der Übernahme waren es %1 für %2: Seither wurden Aktivitäten oder Faktoren geändert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabColumns</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Faculty</source>
        <translation>Fakultät</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Ihre Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
</context>
<context>
    <name>LabForm</name>
    <message>
        <source>Edit laboratory</source>
        <translation>Labor bearbeiten</translation>
    </message>
    <message>
        <source>New laboratory</source>
        <translation>Neues Labor</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Faculty</source>
        <translation>&amp;Fakultät</translation>
    </message>
    <message>
        <source>&amp;Members</source>
        <translation>&amp;Mitglieder</translation>
    </message>
    <message>
        <source>SCIPER numbers of six digits, one per line.</source>
        <translation>SCIPER-Nummern mit sechs Ziffern, eine pro Zeile.</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Create laboratory</source>
        <translation>Labor anlegen</translation>
    </message>
    <message>
        <source>A laboratory needs a code and a name. Fill in both.</source>
        <translation>Ein Labor braucht einen Code und einen Namen. Füllen Sie beides aus.</translation>
    </message>
    <message>
        <source>“%1” is not a SCIPER number. Write six digits, e.g. 123456.</source>
        <translation>«%1» ist keine SCIPER-Nummer. Schreiben Sie sechs Ziffern, z. B. 123456.</translation>
    </message>
</context>
<context>
    <name>LabPanel</name>
    <message>
        <source>Show its activities</source>
        <translation>Seine Aktivitäten anzeigen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Faculty</source>
        <translation>Fakultät</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Ihre Rolle</translation>
    </message>
    <message>
        <source>Members (SCIPER)</source>
        <translation>Mitglieder (SCIPER)</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>Who may work here</source>
        <translation>Wer hier arbeiten darf</translation>
    </message>
    <message>
        <source>Only the laboratory&apos;s administrators may do this.</source>
        <translation>Das darf nur die Administration des Labors.</translation>
    </message>
    <message>
        <source>Only administrators may delete a laboratory.</source>
        <translation>Nur die Administration darf ein Labor löschen.</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
</context>
<context>
    <name>LabWork</name>
    <message>
        <source>%1 was saved.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>Published years are among them: %1.</source>
        <translation>Darunter sind veröffentlichte Jahre: %1.</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>With it go %1 and %2, for good. Archiving keeps them out of sight instead.</source>
        <translation>Damit verschwinden %1 und %2 endgültig. Archivieren blendet sie stattdessen nur aus.</translation>
    </message>
    <message numerus="yes">
        <source>%n activities</source>
        <translation>
            <numerusform>%n Aktivität</numerusform>
            <numerusform>%n Aktivitäten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imports</source>
        <translation>
            <numerusform>%n Import</numerusform>
            <numerusform>%n Importe</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete laboratory</source>
        <translation>Labor löschen</translation>
    </message>
    <message>
        <source>Type the code of the laboratory to confirm:</source>
        <translation>Schreiben Sie zur Bestätigung den Code des Labors:</translation>
    </message>
    <message>
        <source>Deleting the laboratory…</source>
        <translation>Labor wird gelöscht…</translation>
    </message>
    <message numerus="yes">
        <source>The laboratory and %n activities were deleted.</source>
        <translation>
            <numerusform>Das Labor und %n Aktivität wurden gelöscht.</numerusform>
            <numerusform>Das Labor und %n Aktivitäten wurden gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Labelled</name>
    <message>
        <source>: </source>
        <translation>: </translation>
    </message>
</context>
<context>
    <name>LabsPage</name>
    <message>
        <source>Labs</source>
        <translation>Labore</translation>
    </message>
    <message>
        <source>Search code and name</source>
        <translation>Code und Name suchen</translation>
    </message>
    <message>
        <source>New laboratory</source>
        <translation>Neues Labor</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>&amp;Faculty</source>
        <translation>&amp;Fakultät</translation>
    </message>
    <message>
        <source>Archived too</source>
        <translation>Auch archivierte</translation>
    </message>
    <message>
        <source>Export laboratories</source>
        <translation>Labore exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n laboratories were exported.</source>
        <translation>
            <numerusform>%n Labor wurde exportiert.</numerusform>
            <numerusform>%n Labore wurden exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>No laboratory here</source>
        <translation>Hier ist kein Labor</translation>
    </message>
    <message>
        <source>What is a laboratory?</source>
        <translation>Was ist ein Labor?</translation>
    </message>
    <message>
        <source>All faculties</source>
        <translation>Alle Fakultäten</translation>
    </message>
    <message numerus="yes">
        <source>%n laboratories</source>
        <translation>
            <numerusform>%n Labor</numerusform>
            <numerusform>%n Labore</numerusform>
        </translation>
    </message>
    <message>
        <source>Laboratories hold the activities. Create one to begin.</source>
        <translation>Labore enthalten die Aktivitäten. Legen Sie eines an.</translation>
    </message>
    <message>
        <source>No laboratory fits</source>
        <translation>Kein Labor passt</translation>
    </message>
</context>
<context>
    <name>LineagePanel</name>
    <message>
        <source>Where it comes from</source>
        <translation>Woher sie stammt</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>Wie in der Datei</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>%1 (factor %2)</source>
        <translation>%1 (Faktor %2)</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>von Hand erfasst</translation>
    </message>
    <message>
        <source>Added by</source>
        <translation>Erfasst von</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>Geändert von</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>This connection is not protected fully: somebody in between could read or change what is sent.</source>
        <translation>Diese Verbindung ist nicht voll geschützt: Jemand dazwischen könnte mitlesen oder ändern, was gesendet wird.</translation>
    </message>
    <message>
        <source>Change the connection…</source>
        <translation>Verbindung ändern…</translation>
    </message>
    <message>
        <source>Others have changed data since this was read; what you see may be out of date.</source>
        <translation>Andere haben seither Daten geändert; was hier steht, ist vielleicht nicht mehr aktuell.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
</context>
<context>
    <name>MappingTab</name>
    <message>
        <source>&amp;Fields: drop a column on one, or press Enter on it</source>
        <translation>&amp;Felder: Spalte darauf ablegen oder Eingabetaste</translation>
    </message>
    <message>
        <source>Each column of the file is matched to a field. Change what is not right; columns without a field are kept with the row and otherwise left alone.</source>
        <translation>Jede Spalte der Datei ist einem Feld zugeordnet. Ändern Sie, was nicht stimmt; Spalten ohne Feld werden mit der Zeile aufbewahrt und sonst nicht verwendet.</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Wie sicher</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schliessen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n wartet</numerusform>
            <numerusform>%1, %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Labs</source>
        <translation>Labore</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Importe</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>Factors</source>
        <translation>Faktoren</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
</context>
<context>
    <name>Packs</name>
    <message>
        <source>Take offline</source>
        <translation>Offline mitnehmen</translation>
    </message>
    <message>
        <source>Packs for work offline (*.co2pack)</source>
        <translation>Pakete für die Arbeit offline (*.co2pack)</translation>
    </message>
    <message>
        <source>Packing…</source>
        <translation>Paket wird erstellt…</translation>
    </message>
    <message>
        <source>%1 holds %2 and %3 as of %4. When the database cannot be reached, files are checked against the newest pack on this computer and kept as drafts, to be committed later.</source>
        <translation>%1 enthält %2 und %3, Stand %4. Wenn die Datenbank nicht erreichbar ist, werden Dateien mit dem neuesten Paket auf diesem Computer geprüft und als Entwürfe behalten, um später übernommen zu werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n laboratories</source>
        <translation>
            <numerusform>%n Labor</numerusform>
            <numerusform>%n Labore</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n emission factors</source>
        <translation>
            <numerusform>%n Emissionsfaktor</numerusform>
            <numerusform>%n Emissionsfaktoren</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The database answers again. What you did last was cut off: look whether it is done, and do it once more if it is not.</source>
        <translation>Die Datenbank antwortet wieder. Was Sie zuletzt getan haben, wurde unterbrochen: Sehen Sie nach, ob es erledigt ist, und tun Sie es sonst noch einmal.</translation>
    </message>
    <message>
        <source>The database answers again. %1</source>
        <translation>Die Datenbank antwortet wieder. %1</translation>
    </message>
    <message>
        <source>Now you can try again.</source>
        <translation>Jetzt können Sie es erneut versuchen.</translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message>
        <source>Search name, e-mail, SCIPER</source>
        <translation>Name, E-Mail, SCIPER suchen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>SCIPER</source>
        <translation>SCIPER</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>People and roles</source>
        <translation>Personen und Rollen</translation>
    </message>
    <message>
        <source>New person…</source>
        <translation>Neue Person…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rolle</translation>
    </message>
    <message>
        <source>&amp;in</source>
        <translation>&amp;in</translation>
    </message>
    <message>
        <source>Give this role</source>
        <translation>Diese Rolle geben</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>all laboratories</source>
        <translation>alle Labore</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is now: %2</source>
        <translation>%1 ist jetzt: %2</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Edit a person</source>
        <translation>Person bearbeiten</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-Mail</translation>
    </message>
    <message>
        <source>&amp;SCIPER</source>
        <translation>&amp;SCIPER</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>An&amp;meldename</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rolle</translation>
    </message>
    <message>
        <source>&amp;in</source>
        <translation>&amp;in</translation>
    </message>
    <message>
        <source>all laboratories</source>
        <translation>alle Labore</translation>
    </message>
    <message>
        <source>&amp;May log in</source>
        <translation>&amp;Darf sich anmelden</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Add the person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Nobody else can reach the database of this computer, so the login may stay empty: the person then stands in the lists only.</source>
        <translation>Die Datenbank dieses Computers ist für andere nicht erreichbar; das Login darf leer bleiben: Die Person steht dann nur in den Listen.</translation>
    </message>
    <message>
        <source>A login on the database server is made with a first password, which you are shown once, to hand over.</source>
        <translation>Auf dem Datenbankserver entsteht ein Login mit einem ersten Passwort, das Ihnen einmal zum Übergeben gezeigt wird.</translation>
    </message>
    <message>
        <source>Write an e-mail address, e.g. ada@example.org, or leave it empty.</source>
        <translation>Schreiben Sie eine E-Mail-Adresse, z. B. ada@example.org, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>Write six digits, e.g. 123456, or leave it empty.</source>
        <translation>Schreiben Sie sechs Ziffern, z. B. 123456, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>Write the name of the person.</source>
        <translation>Schreiben Sie den Namen der Person.</translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>By category</source>
        <translation>Nach Kategorie</translation>
    </message>
    <message numerus="yes">
        <source>(+ %n without CO₂e)</source>
        <translation>
            <numerusform>(+ %n ohne CO₂e)</numerusform>
            <numerusform>(+ %n ohne CO₂e)</numerusform>
        </translation>
    </message>
    <message>
        <source>CO₂e by category</source>
        <translation>CO₂e nach Kategorie</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems, by kind</source>
        <translation>Probleme, nach Art</translation>
    </message>
    <message>
        <source>Fix all…</source>
        <translation>Alle beheben…</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weiteres</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Publishing</name>
    <message>
        <source>Reopen the year…</source>
        <translation>Jahr wieder öffnen…</translation>
    </message>
    <message>
        <source>Publish the year…</source>
        <translation>Jahr veröffentlichen…</translation>
    </message>
    <message>
        <source>Choose a laboratory and a year first.</source>
        <translation>Wählen Sie zuerst ein Labor und ein Jahr.</translation>
    </message>
    <message>
        <source>Only administrators may reopen a published year.</source>
        <translation>Nur die Administration darf ein veröffentlichtes Jahr wieder öffnen.</translation>
    </message>
    <message>
        <source>Only the laboratory&apos;s administrators may do this.</source>
        <translation>Das darf nur die Administration des Labors.</translation>
    </message>
    <message>
        <source>Reopen %1 of %2?</source>
        <translation>%1 von %2 wieder öffnen?</translation>
    </message>
    <message>
        <source>Its activities can be changed again, and what was published with them.</source>
        <translation>Seine Aktivitäten können sich wieder ändern, und damit das Veröffentlichte.</translation>
    </message>
    <message>
        <source>Reopen the year</source>
        <translation>Jahr wieder öffnen</translation>
    </message>
    <message>
        <source>Publish %1 of %2?</source>
        <translation>%1 von %2 veröffentlichen?</translation>
    </message>
    <message>
        <source>Its activities can then no longer be changed, imported or taken back, until an administrator reopens the year.</source>
        <translation>Seine Aktivitäten lassen sich dann nicht mehr ändern, importieren oder zurücknehmen, bis die Administration das Jahr wieder öffnet.</translation>
    </message>
    <message>
        <source>Publish the year</source>
        <translation>Jahr veröffentlichen</translation>
    </message>
    <message>
        <source>%1 is open again.</source>
        <translation>%1 ist wieder offen.</translation>
    </message>
    <message>
        <source>%1 is published.</source>
        <translation>%1 ist veröffentlicht.</translation>
    </message>
</context>
<context>
    <name>ReadingBar</name>
    <message>
        <source>Read the column so</source>
        <translation>Spalte so lesen</translation>
    </message>
    <message>
        <source>In column %1, “%2” is</source>
        <translation>In Spalte %1 ist «%2»</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Recent &amp;files</source>
        <translation>Zuletzt &amp;geöffnet</translation>
    </message>
</context>
<context>
    <name>RememberedTab</name>
    <message>
        <source>Remembered columns and words</source>
        <translation>Gemerkte Spalten und Wörter</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>Än&amp;dern…</translation>
    </message>
    <message>
        <source>For&amp;get</source>
        <translation>Ver&amp;gessen</translation>
    </message>
    <message>
        <source>What earlier imports of this laboratory said of columns and words. It is used for every file of this kind; activities that are there already stay as they are.</source>
        <translation>Was frühere Importe dieses Labors zu Spalten und Wörtern gesagt haben. Es gilt für jede Datei dieser Art; Aktivitäten, die schon da sind, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>This is kept in the database; choose a laboratory while it answers.</source>
        <translation>Das steht in der Datenbank; wählen Sie ein Labor, solange sie antwortet.</translation>
    </message>
    <message>
        <source>Nothing is remembered yet; it comes with the first commit.</source>
        <translation>Noch nichts gemerkt; das kommt mit der ersten Übernahme.</translation>
    </message>
</context>
<context>
    <name>ReplaceBar</name>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Ersetze</translation>
    </message>
    <message>
        <source>&amp;by</source>
        <translation>&amp;durch</translation>
    </message>
    <message>
        <source>&amp;in</source>
        <translation>&amp;in</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>all columns</source>
        <translation>allen Spalten</translation>
    </message>
</context>
<context>
    <name>ResultColumns</name>
    <message>
        <source>Laboratory</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>kg CO₂e</source>
        <translation>kg CO₂e</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>Without CO₂e</source>
        <translation>Ohne CO₂e</translation>
    </message>
</context>
<context>
    <name>ResultFilters</name>
    <message>
        <source>&amp;Laboratory</source>
        <translation>&amp;Labor</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Jahr</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Publish the year…</source>
        <translation>Jahr veröffentlichen…</translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation>Bericht als PDF…</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Nothing to add up yet</source>
        <translation>Noch nichts zusammenzuzählen</translation>
    </message>
    <message>
        <source>Once activities are in the database, their CO₂e is added up here.</source>
        <translation>Sobald Aktivitäten in der Datenbank sind, wird ihr CO₂e hier zusammengezählt.</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren…</translation>
    </message>
    <message>
        <source>How is CO₂e computed?</source>
        <translation>Wie wird CO₂e berechnet?</translation>
    </message>
    <message>
        <source>No activities here</source>
        <translation>Hier sind keine Aktivitäten</translation>
    </message>
    <message>
        <source>Choose another laboratory or year.</source>
        <translation>Wählen Sie ein anderes Labor oder Jahr.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle anzeigen</translation>
    </message>
    <message>
        <source>Choose a laboratory and a year first.</source>
        <translation>Wählen Sie zuerst ein Labor und ein Jahr.</translation>
    </message>
    <message numerus="yes">
        <source>%n activities without CO₂e</source>
        <translation>
            <numerusform>%n Aktivität ohne CO₂e</numerusform>
            <numerusform>%n Aktivitäten ohne CO₂e</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n activities</source>
        <translation>
            <numerusform>%n Aktivität</numerusform>
            <numerusform>%n Aktivitäten</numerusform>
        </translation>
    </message>
    <message>
        <source>The charts are in %1.</source>
        <translation>Die Diagramme sind in %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder or name.</source>
        <translation>%1 kann nicht geschrieben werden. Wählen Sie einen anderen Ordner oder Namen.</translation>
    </message>
    <message>
        <source>Report of a year as PDF</source>
        <translation>Bericht eines Jahres als PDF</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Bericht wird geschrieben…</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Der Bericht ist in %1.</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>Ergebnisse exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n lines were exported.</source>
        <translation>
            <numerusform>%n Zeile wurde exportiert.</numerusform>
            <numerusform>%n Zeilen wurden exportiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>kg CO₂e</source>
        <translation>kg CO₂e</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>nicht ausgefüllt</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Not filled in</source>
        <translation>Nicht ausgefüllt</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doppelte</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Find in all columns</source>
        <translation>In allen Spalten suchen</translation>
    </message>
</context>
<context>
    <name>ReviewGrid</name>
    <message>
        <source>Rows of the file</source>
        <translation>Zeilen der Datei</translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n bereit</numerusform>
            <numerusform>%n bereit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in error</source>
        <translation>
            <numerusform>%n fehlerhaft</numerusform>
            <numerusform>%n fehlerhaft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a warning</source>
        <translation>
            <numerusform>%n mit Warnung</numerusform>
            <numerusform>%n mit Warnung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicates</source>
        <translation>
            <numerusform>%n doppelt</numerusform>
            <numerusform>%n doppelt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n übersprungen</numerusform>
            <numerusform>%n übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unfilled</source>
        <translation>
            <numerusform>%n nicht ausgefüllt</numerusform>
            <numerusform>%n nicht ausgefüllt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ready to commit</source>
        <translation>%1 bereit zum Übernehmen</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Checking every row…</source>
        <translation>Jede Zeile wird geprüft…</translation>
    </message>
    <message>
        <source>No errors and no warnings are left.</source>
        <translation>Es gibt keine Fehler und keine Warnungen mehr.</translation>
    </message>
    <message numerus="yes">
        <source>%n pasted rows did not fit below the last row and were left out.</source>
        <translation>
            <numerusform>%n eingefügte Zeile passte nicht mehr unter die letzte Zeile und wurde weggelassen.</numerusform>
            <numerusform>%n eingefügte Zeilen passten nicht mehr unter die letzte Zeile und wurden weggelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewSide</name>
    <message>
        <source>Commit rows without a factor too</source>
        <translation>Auch Zeilen ohne Faktor übernehmen</translation>
    </message>
    <message>
        <source>Their CO₂e is then stored as missing and shown as such, never as 0.</source>
        <translation>Ihr CO₂e wird dann als fehlend gespeichert und so angezeigt, nie als 0.</translation>
    </message>
    <message>
        <source>Find factors for these codes…</source>
        <translation>Faktoren für diese Codes suchen…</translation>
    </message>
    <message>
        <source>In step 2 each code is given a factor once, for all of its rows.</source>
        <translation>In Schritt 2 erhält jeder Code einmal einen Faktor, für alle seine Zeilen.</translation>
    </message>
    <message>
        <source>Fi&amp;x all…</source>
        <translation>Alle &amp;beheben…</translation>
    </message>
    <message>
        <source>Give one answer to all cells with the same problem, or skip their rows.</source>
        <translation>Eine Antwort für alle Zellen mit demselben Problem, oder ihre Zeilen überspringen.</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Probleme</translation>
    </message>
</context>
<context>
    <name>SessionWork</name>
    <message>
        <source>Stop its statement</source>
        <translation>Anweisung stoppen</translation>
    </message>
    <message>
        <source>End the session…</source>
        <translation>Sitzung beenden…</translation>
    </message>
    <message>
        <source>Choose a waiting session in the list first.</source>
        <translation>Wählen Sie zuerst eine wartende Sitzung in der Liste.</translation>
    </message>
    <message>
        <source>End session %1?</source>
        <translation>Sitzung %1 beenden?</translation>
    </message>
    <message>
        <source>Whatever it has not committed is gone; the person is told to connect again.</source>
        <translation>Was sie nicht abgeschlossen hat, geht verloren; die Person muss sich neu verbinden.</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message>
        <source>The statement was stopped.</source>
        <translation>Die Anweisung wurde gestoppt.</translation>
    </message>
    <message>
        <source>The session was ended.</source>
        <translation>Die Sitzung wurde beendet.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Numbers and dates</source>
        <translation>&amp;Zahlen und Daten</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language and numbers change when co2desk is started again.</source>
        <translation>Sprache und Zahlen ändern sich beim nächsten Start von co2desk.</translation>
    </message>
    <message>
        <source>Tell me of &amp;newer versions</source>
        <translation>Auf neue &amp;Versionen hinweisen</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>Einstellungen speichern</translation>
    </message>
    <message>
        <source>Set by the administrator of this computer.</source>
        <translation>Von der Administration dieses Computers festgelegt.</translation>
    </message>
    <message>
        <source>Asked for once a day; nothing about you is sent.</source>
        <translation>Einmal am Tag wird nachgesehen; über Sie wird nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>SkipBar</name>
    <message numerus="yes">
        <source>Skip these %n rows</source>
        <translation>
            <numerusform>Diese Zeile überspringen</numerusform>
            <numerusform>Diese %n Zeilen überspringen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceChoices</name>
    <message>
        <source>&amp;Kind of data</source>
        <translation>&amp;Art der Daten</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>&amp;Tabellenblatt</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>Zeichen&amp;kodierung</translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation>&amp;Trennzeichen</translation>
    </message>
    <message>
        <source>&amp;Quotation mark</source>
        <translation>Anführungs&amp;zeichen</translation>
    </message>
    <message>
        <source>Decimal &amp;mark</source>
        <translation>&amp;Dezimalzeichen</translation>
    </message>
    <message>
        <source>&amp;Header row</source>
        <translation>&amp;Kopfzeile</translation>
    </message>
    <message>
        <source>Com&amp;pare…</source>
        <translation>Vergleic&amp;hen…</translation>
    </message>
    <message>
        <source>Show how the file looks in each encoding, side by side</source>
        <translation>Zeigt die Datei in jeder Kodierung, nebeneinander</translation>
    </message>
    <message>
        <source>%1 (hidden)</source>
        <translation>%1 (ausgeblendet)</translation>
    </message>
    <message>
        <source>no header</source>
        <translation>keine Kopfzeile</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>%1 (found)</source>
        <translation>%1 (erkannt)</translation>
    </message>
    <message>
        <source>decided per column</source>
        <translation>je nach Spalte</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>Komma ,</translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation>Strichpunkt ;</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>Strich |</translation>
    </message>
    <message>
        <source>colon :</source>
        <translation>Doppelpunkt :</translation>
    </message>
    <message>
        <source>point .</source>
        <translation>Punkt .</translation>
    </message>
    <message>
        <source>double &quot;</source>
        <translation>doppelt &quot;</translation>
    </message>
    <message>
        <source>single &apos;</source>
        <translation>einfach &apos;</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Which file do you want to import?</source>
        <translation>Welche Datei möchten Sie importieren?</translation>
    </message>
    <message>
        <source>Drop a CSV or Excel file here, or paste rows copied from a spreadsheet (Ctrl+V). Nothing is written until you commit.</source>
        <translation>Ziehen Sie eine CSV- oder Excel-Datei hierher oder fügen Sie aus einer Tabelle kopierte Zeilen ein (Ctrl+V). Nichts wird geschrieben, bevor Sie übernehmen.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose a laboratory…</source>
        <translation>Labor wählen…</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Andere Datei wählen…</translation>
    </message>
    <message>
        <source>&amp;Laboratory</source>
        <translation>&amp;Labor</translation>
    </message>
    <message>
        <source>Reporting &amp;year</source>
        <translation>Berichts&amp;jahr</translation>
    </message>
    <message>
        <source>How the file was read</source>
        <translation>Wie die Datei gelesen wurde</translation>
    </message>
    <message>
        <source>The first rows as they were read</source>
        <translation>Die ersten Zeilen, wie sie gelesen wurden</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n columns</source>
        <translation>
            <numerusform>, %n Spalte</numerusform>
            <numerusform>, %n Spalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Found and left out: %1</source>
        <translation>Gefunden und weggelassen: %1</translation>
    </message>
    <message>
        <source>the way to read it was clear</source>
        <translation>die Lesart war klar</translation>
    </message>
    <message>
        <source>please look whether the preview below is right</source>
        <translation>bitte prüfen Sie die Vorschau unten</translation>
    </message>
    <message>
        <source>the way to read it is a guess: compare the preview below with the file</source>
        <translation>die Lesart ist geraten: vergleichen Sie die Vorschau unten mit der Datei</translation>
    </message>
    <message>
        <source>Choose a year…</source>
        <translation>Jahr wählen…</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Datei wird gelesen…</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>Drop a CSV or Excel file anywhere on this window. Every row is checked and nothing is written before you say so.</source>
        <translation>Ziehen Sie eine CSV- oder Excel-Datei irgendwo auf dieses Fenster. Jede Zeile wird geprüft, und nichts wird ohne Ihr Ja geschrieben.</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren…</translation>
    </message>
    <message>
        <source>Try it with the sample file</source>
        <translation>Mit der Beispieldatei ausprobieren</translation>
    </message>
    <message>
        <source>Go on where you were</source>
        <translation>Weitermachen, wo Sie waren</translation>
    </message>
    <message>
        <source>Rows that wait for a correction</source>
        <translation>Zeilen, die auf Korrektur warten</translation>
    </message>
    <message>
        <source>Latest imports</source>
        <translation>Letzte Importe</translation>
    </message>
    <message>
        <source>All imports</source>
        <translation>Alle Importe</translation>
    </message>
    <message>
        <source>CO₂e by year</source>
        <translation>CO₂e nach Jahr</translation>
    </message>
    <message>
        <source>Show the results</source>
        <translation>Ergebnisse anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n rows in error</source>
        <translation>
            <numerusform>%n fehlerhafte Zeile</numerusform>
            <numerusform>%n fehlerhafte Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation>Noch nichts importiert.</translation>
    </message>
    <message>
        <source>Totals appear here once activities are in the database.</source>
        <translation>Hier stehen Summen, sobald Aktivitäten in der Datenbank sind.</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Starting the database…</source>
        <translation>Datenbank wird gestartet…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Offline: the database does not answer</source>
        <translation>Offline: Die Datenbank antwortet nicht</translation>
    </message>
    <message>
        <source>no role</source>
        <translation>keine Rolle</translation>
    </message>
    <message>
        <source>Database on this computer</source>
        <translation>Datenbank auf diesem Computer</translation>
    </message>
    <message>
        <source> (not encrypted)</source>
        <translation> (unverschlüsselt)</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesen</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Noch nicht verbunden</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>still to do</source>
        <translation>noch zu tun</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>Sie sind hier</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
</context>
<context>
    <name>TaskPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>TaskProgress</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Save an empty template</source>
        <translation>Leere Vorlage speichern</translation>
    </message>
    <message>
        <source>&amp;Kind of data</source>
        <translation>&amp;Art der Daten</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>L&amp;aboratory</source>
        <translation>&amp;Labor</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Save the template…</source>
        <translation>Vorlage speichern…</translation>
    </message>
    <message>
        <source>An Excel table with the right columns, drop-downs and an example row. Filled in, it can be imported as it is.</source>
        <translation>Eine Excel-Tabelle mit den richtigen Spalten, Auswahllisten und einer Beispielzeile. Ausgefüllt lässt sie sich importieren, wie sie ist.</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Save an empty template</source>
        <translation>Leere Vorlage speichern</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel-Arbeitsmappe (*.xlsx)</translation>
    </message>
    <message>
        <source>Writing the template…</source>
        <translation>Vorlage wird geschrieben…</translation>
    </message>
    <message>
        <source>The template is in %1. Filled in, it can be imported as it is.</source>
        <translation>Die Vorlage ist in %1. Ausgefüllt lässt sie sich importieren, wie sie ist.</translation>
    </message>
</context>
<context>
    <name>TitledDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>What the trial found</source>
        <translation>Was der Versuch ergab</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Careful</source>
        <translation>Vorsicht</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>UndoWords</name>
    <message>
        <source>Undo this import?</source>
        <translation>Diesen Import rückgängig machen?</translation>
    </message>
    <message numerus="yes">
        <source>The %n activities of “%1” are taken out again. Those that someone edited since are kept and named.</source>
        <translation>
            <numerusform>Die eine Aktivität aus «%1» wird wieder entfernt. Hat sie seither jemand geändert, bleibt sie und wird genannt.</numerusform>
            <numerusform>Die %n Aktivitäten aus «%1» werden wieder entfernt. Was seither jemand geändert hat, bleibt und wird genannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Import rückgängig machen</translation>
    </message>
    <message>
        <source>Show what was kept</source>
        <translation>Behaltene zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n activities were removed.</source>
        <translation>
            <numerusform>%n Aktivität wurde entfernt.</numerusform>
            <numerusform>%n Aktivitäten wurden entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>This import was undone already.</source>
        <translation>Dieser Import war schon rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Nothing was left to remove.</source>
        <translation>Es war nichts mehr zu entfernen.</translation>
    </message>
    <message numerus="yes">
        <source>%n were kept because their year is published.</source>
        <translation>
            <numerusform>%n wurde behalten, weil ihr Jahr veröffentlicht ist.</numerusform>
            <numerusform>%n wurden behalten, weil ihr Jahr veröffentlicht ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were kept because %1 edited them since.</source>
        <translation>
            <numerusform>%n wurde behalten, weil %1 sie seither geändert hat.</numerusform>
            <numerusform>%n wurden behalten, weil %1 sie seither geändert hat.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were kept because someone edited them since.</source>
        <translation>
            <numerusform>%n wurde behalten, weil jemand sie seither geändert hat.</numerusform>
            <numerusform>%n wurden behalten, weil jemand sie seither geändert hat.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>%1 is encrypted</source>
        <translation>%1 ist verschlüsselt</translation>
    </message>
    <message>
        <source>P&amp;assphrase</source>
        <translation>P&amp;assphrase</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation>&amp;Schlüsseldatei</translation>
    </message>
    <message>
        <source>&amp;Choose the key file…</source>
        <translation>Schlüsseldatei &amp;wählen…</translation>
    </message>
    <message>
        <source>Open the backup</source>
        <translation>Sicherung öffnen</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>Schlüsseldatei wählen</translation>
    </message>
    <message>
        <source>Without it the backup cannot be opened.</source>
        <translation>Ohne das lässt sich die Sicherung nicht öffnen.</translation>
    </message>
</context>
<context>
    <name>UpdateNews</name>
    <message>
        <source>co2desk %1 is there; this is %2.</source>
        <translation>co2desk %1 ist da; dies ist %2.</translation>
    </message>
    <message>
        <source>What is new…</source>
        <translation>Was ist neu…</translation>
    </message>
</context>
<context>
    <name>UpgradeOffer</name>
    <message>
        <source>Bring the database up to date?</source>
        <translation>Datenbank auf den neuen Stand bringen?</translation>
    </message>
    <message>
        <source>As its administrator you can do that here. A backup is made first; others who work on the database need the newer program afterwards.</source>
        <translation>Wenn Sie sie verwalten, können Sie das hier tun. Zuvor wird sie gesichert; wer sonst darauf arbeitet, braucht danach das neuere Programm.</translation>
    </message>
    <message>
        <source>Back up and bring up to date</source>
        <translation>Sichern und aktualisieren</translation>
    </message>
    <message>
        <source>Bringing the database up to date…</source>
        <translation>Die Datenbank wird aktualisiert…</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Save this view…</source>
        <translation>Diese Ansicht speichern…</translation>
    </message>
    <message>
        <source>Forget a view</source>
        <translation>Ansicht vergessen</translation>
    </message>
</context>
<context>
    <name>ViewNameDialog</name>
    <message>
        <source>Save this view</source>
        <translation>Diese Ansicht speichern</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Its filters, columns and order are kept on this computer under a name.</source>
        <translation>Filter, Spalten und Reihenfolge werden auf diesem Computer unter einem Namen behalten.</translation>
    </message>
    <message>
        <source>A view of this name is there already; it will be replaced.</source>
        <translation>Eine Ansicht dieses Namens gibt es schon; sie wird ersetzt.</translation>
    </message>
</context>
<context>
    <name>WaitingView</name>
    <message>
        <source>Try again</source>
        <translation>Nochmals versuchen</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>Verbindungen…</translation>
    </message>
    <message>
        <source>Starting the database…</source>
        <translation>Datenbank wird gestartet…</translation>
    </message>
    <message>
        <source>The first start takes a few seconds; after that it is quicker.</source>
        <translation>Der erste Start dauert einige Sekunden, danach geht es schneller.</translation>
    </message>
    <message>
        <source>Files can be prepared without it, and stay drafts until it is back.</source>
        <translation>Dateien können ohne sie vorbereitet werden; sie bleiben Entwürfe, bis sie zurück ist.</translation>
    </message>
    <message>
        <source>The database cannot be used</source>
        <translation>Die Datenbank kann nicht verwendet werden</translation>
    </message>
</context>
<context>
    <name>WayOn</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schliessen</translation>
    </message>
    <message numerus="yes">
        <source>Commit %n rows</source>
        <translation>
            <numerusform>%n Zeile übernehmen</numerusform>
            <numerusform>%n Zeilen übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Weiter: %1</translation>
    </message>
</context>
<context>
    <name>WindowNotes</name>
    <message>
        <source>This is the sample file; its figures are invented. Go through the four steps: nothing is written before the last one, and the import can be undone after it.</source>
        <translation>Dies ist die Beispieldatei, ihre Zahlen sind erfunden. Gehen Sie die vier Schritte durch: Vor dem letzten wird nichts geschrieben, und der Import lässt sich danach rückgängig machen.</translation>
    </message>
    <message>
        <source>Import it again</source>
        <translation>Nochmals importieren</translation>
    </message>
    <message>
        <source>Compare encodings…</source>
        <translation>Kodierungen vergleichen…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Nochmals versuchen</translation>
    </message>
    <message>
        <source>The annotated copy was saved as %1. Correct it there and import it again, or go on here.</source>
        <translation>Die kommentierte Kopie wurde als %1 gespeichert. Korrigieren Sie sie dort und importieren Sie sie erneut, oder fahren Sie hier fort.</translation>
    </message>
    <message>
        <source>A copy of this draft was saved as %1. Whoever opens it goes on where you are; here it stays as well.</source>
        <translation>Eine Kopie dieses Entwurfs wurde als %1 gespeichert. Wer sie öffnet, fährt dort fort, wo Sie sind; hier bleibt er auch.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Es wurde nichts geschrieben.</translation>
    </message>
</context>
<context>
    <name>WordTables</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Bedeutet</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>said by you</source>
        <translation>von Ihnen gesagt</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>wie letztes Mal</translation>
    </message>
    <message>
        <source>known</source>
        <translation>bekannt</translation>
    </message>
    <message>
        <source>kept as written</source>
        <translation>bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>wählen…</translation>
    </message>
    <message>
        <source>perhaps %1?</source>
        <translation>vielleicht %1?</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>reader</source>
        <translation>Leserecht</translation>
    </message>
    <message>
        <source>member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>laboratory administrator</source>
        <translation>Labor-Administration</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>travel</source>
        <translation>Reisen</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>purchase</source>
        <translation>Beschaffung</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>own factor</source>
        <translation>eigener Faktor</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>committed</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig gemacht</translation>
    </message>
    <message>
        <source>above the table</source>
        <translation>über der Tabelle</translation>
    </message>
    <message>
        <source>header</source>
        <translation>Kopfzeile</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>below the table</source>
        <translation>unter der Tabelle</translation>
    </message>
    <message>
        <source>instruction</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>another table</source>
        <translation>andere Tabelle</translation>
    </message>
    <message>
        <source>repeated header</source>
        <translation>wiederholte Kopfzeile</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>checking rows</source>
        <translation>Zeilen prüfen</translation>
    </message>
    <message>
        <source>writing rows</source>
        <translation>Zeilen schreiben</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>speichern</translation>
    </message>
    <message>
        <source>— no factor</source>
        <translation>— kein Faktor</translation>
    </message>
</context>
<context>
    <name>WordsTab</name>
    <message>
        <source>Words of the file and what they mean</source>
        <translation>Wörter der Datei und was sie bedeuten</translation>
    </message>
    <message>
        <source>Say what it &amp;means…</source>
        <translation>&amp;Bedeutung angeben…</translation>
    </message>
    <message>
        <source>Find a &amp;factor…</source>
        <translation>&amp;Faktor suchen…</translation>
    </message>
    <message>
        <source>Take it &amp;back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Say once what a word of the file means; it counts for every row with this word, and is remembered for the laboratory with the commit.</source>
        <translation>Sagen Sie einmal, was ein Wort der Datei bedeutet; es gilt für jede Zeile mit diesem Wort und wird mit der Übernahme für das Labor gemerkt.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>All words</source>
        <translation>Alle Wörter</translation>
    </message>
    <message>
        <source>This kind of file has no words that could be unknown.</source>
        <translation>Diese Art Datei hat keine Wörter, die unbekannt sein könnten.</translation>
    </message>
    <message>
        <source>Every word of the file is known.</source>
        <translation>Jedes Wort der Datei ist bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weiteres</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorklistWindow</name>
    <message>
        <source>Worklist of %1</source>
        <translation>Arbeitsliste von %1</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schliessen</translation>
    </message>
    <message>
        <source>Check and commit corrected rows</source>
        <translation>Korrigierte Zeilen prüfen und übernehmen</translation>
    </message>
    <message>
        <source>These rows were not committed. Correct their cells; rows that are right then join the same import, the others stay here.</source>
        <translation>Diese Zeilen wurden nicht übernommen. Korrigieren Sie ihre Zellen; richtige Zeilen kommen dann zum selben Import, die anderen bleiben hier.</translation>
    </message>
    <message>
        <source>Nothing is left on this worklist.</source>
        <translation>Auf dieser Arbeitsliste ist nichts mehr.</translation>
    </message>
    <message>
        <source>Close without committing?</source>
        <translation>Ohne Übernahme schliessen?</translation>
    </message>
    <message>
        <source>What you corrected here was not committed and would be lost.</source>
        <translation>Was Sie hier korrigiert haben, wurde nicht übernommen und ginge verloren.</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Schliessen und verlieren</translation>
    </message>
    <message>
        <source>Committing corrected rows…</source>
        <translation>Korrigierte Zeilen werden übernommen…</translation>
    </message>
    <message numerus="yes">
        <source>%n pasted rows did not fit below the last row and were left out.</source>
        <translation>
            <numerusform>%n eingefügte Zeile hatte unter der letzten keinen Platz und wurde ausgelassen.</numerusform>
            <numerusform>%n eingefügte Zeilen hatten unter der letzten keinen Platz und wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows of this import are committed now</source>
        <translation>
            <numerusform>%n Zeile dieses Imports ist jetzt übernommen</numerusform>
            <numerusform>%n Zeilen dieses Imports sind jetzt übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are still in error.</source>
        <translation>
            <numerusform>%n ist noch fehlerhaft.</numerusform>
            <numerusform>%n sind noch fehlerhaft.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
</TS>
