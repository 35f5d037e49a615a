<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About co2desk</source>
        <translation>À propos de co2desk</translation>
    </message>
    <message>
        <source>Enter, check and import the activity data of laboratories for a CO₂e calculator.</source>
        <translation>Saisir, contrôler et importer les données d’activité des laboratoires pour un calculateur de CO₂e.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>&amp;Import a file…</source>
        <translation>&amp;Importer un fichier…</translation>
    </message>
    <message>
        <source>Import from the &amp;clipboard…</source>
        <translation>Importer depuis le &amp;presse-papiers…</translation>
    </message>
    <message>
        <source>&amp;Open a draft or a pack…</source>
        <translation>&amp;Ouvrir un brouillon ou un paquet…</translation>
    </message>
    <message>
        <source>&amp;Take offline…</source>
        <translation>&amp;Emporter hors ligne…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Régl&amp;ages…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Search in this view</source>
        <translation>Rech&amp;ercher dans cette vue</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Accueil</translation>
    </message>
    <message>
        <source>&amp;Labs</source>
        <translation>&amp;Laboratoires</translation>
    </message>
    <message>
        <source>&amp;Imports</source>
        <translation>&amp;Imports</translation>
    </message>
    <message>
        <source>&amp;Activities</source>
        <translation>Ac&amp;tivités</translation>
    </message>
    <message>
        <source>&amp;Factors</source>
        <translation>&amp;Facteurs</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>&amp;Résultats</translation>
    </message>
    <message>
        <source>A&amp;dministration</source>
        <translation>A&amp;dministration</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Actualiser</translation>
    </message>
    <message>
        <source>&amp;Details panel</source>
        <translation>Panneau des &amp;détails</translation>
    </message>
    <message>
        <source>Colours as the &amp;system</source>
        <translation>Couleurs du &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>Couleurs &amp;claires</translation>
    </message>
    <message>
        <source>Dar&amp;k colours</source>
        <translation>Couleurs s&amp;ombres</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;About co2desk</source>
        <translation>À &amp;propos de co2desk</translation>
    </message>
    <message>
        <source>Save &amp;annotated copy…</source>
        <translation>Enregistrer une copie &amp;annotée…</translation>
    </message>
    <message>
        <source>&amp;Close, keep as a draft</source>
        <translation>Fer&amp;mer et garder comme brouillon</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Save an empty te&amp;mplate…</source>
        <translation>Enregistrer un &amp;modèle vide…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xporter…</translation>
    </message>
    <message>
        <source>&amp;Report of a year as PDF…</source>
        <translation>&amp;Rapport d’une année en PDF…</translation>
    </message>
    <message>
        <source>Save the c&amp;harts…</source>
        <translation>Enregistrer les &amp;graphiques…</translation>
    </message>
    <message>
        <source>&amp;Load a set of factors…</source>
        <translation>C&amp;harger un jeu de facteurs…</translation>
    </message>
    <message>
        <source>&amp;Back up the database…</source>
        <translation>&amp;Sauvegarder la base de données…</translation>
    </message>
    <message>
        <source>Co&amp;nnections…</source>
        <translation>Co&amp;nnexions…</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>&amp;Nouveau…</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>C&amp;hanger…</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>D&amp;upliquer</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>Su&amp;pprimer…</translation>
    </message>
    <message>
        <source>&amp;Archive, or take back</source>
        <translation>Archi&amp;ver ou reprendre</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Copy without &amp;titles</source>
        <translation>Copier &amp;sans les titres</translation>
    </message>
    <message>
        <source>&amp;Paste as an import…</source>
        <translation>C&amp;oller comme import…</translation>
    </message>
    <message>
        <source>Open the &amp;worklist…</source>
        <translation>Ouvrir la &amp;liste à corriger…</translation>
    </message>
    <message>
        <source>Undo this &amp;import…</source>
        <translation>Annuler cet &amp;import…</translation>
    </message>
    <message>
        <source>&amp;Find an action…</source>
        <translation>&amp;Trouver une action…</translation>
    </message>
    <message>
        <source>Activities of what is &amp;chosen</source>
        <translation>Activités de la &amp;sélection</translation>
    </message>
    <message>
        <source>First r&amp;ow</source>
        <translation>&amp;Première ligne</translation>
    </message>
    <message>
        <source>Las&amp;t row</source>
        <translation>D&amp;ernière ligne</translation>
    </message>
    <message>
        <source>Save this &amp;view…</source>
        <translation>Enregistrer cette &amp;vue…</translation>
    </message>
    <message>
        <source>&amp;Try it with the sample file</source>
        <translation>&amp;Essayer avec le fichier d’exemple</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>Choisir un &amp;fichier…</translation>
    </message>
    <message>
        <source>Save a copy of the &amp;draft…</source>
        <translation>Enregistrer une copie du &amp;brouillon…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>C&amp;oller</translation>
    </message>
    <message>
        <source>Fill &amp;down</source>
        <translation>Recopier vers le &amp;bas</translation>
    </message>
    <message>
        <source>C&amp;lear cells</source>
        <translation>&amp;Vider les cellules</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>Rec&amp;hercher</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>Re&amp;mplacer…</translation>
    </message>
    <message>
        <source>Fi&amp;x all with the same problem…</source>
        <translation>Corriger &amp;toutes les cellules de même problème…</translation>
    </message>
    <message>
        <source>&amp;Skip rows, or take them in again</source>
        <translation>&amp;Ignorer les lignes ou les reprendre</translation>
    </message>
    <message>
        <source>&amp;Next error</source>
        <translation>Erreur &amp;suivante</translation>
    </message>
    <message>
        <source>&amp;Previous error</source>
        <translation>Erreur &amp;précédente</translation>
    </message>
    <message>
        <source>Next s&amp;tep</source>
        <translation>É&amp;tape suivante</translation>
    </message>
    <message>
        <source>Pre&amp;vious step</source>
        <translation>Étape pré&amp;cédente</translation>
    </message>
    <message>
        <source>&amp;Help on this step</source>
        <translation>&amp;Aide sur cette étape</translation>
    </message>
</context>
<context>
    <name>ActivitiesPage</name>
    <message>
        <source>Activities</source>
        <translation>Activités</translation>
    </message>
    <message>
        <source>Search category, note, factor</source>
        <translation>Chercher catégorie, remarque, facteur</translation>
    </message>
    <message>
        <source>No activities here</source>
        <translation>Aucune activité ici</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Importer un fichier…</translation>
    </message>
    <message>
        <source>What is an activity?</source>
        <translation>Qu’est-ce qu’une activité&#xa0;?</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Change selected…</source>
        <translation>Modifier la sélection…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Add an activity…</source>
        <translation>Ajouter une activité…</translation>
    </message>
    <message numerus="yes">
        <source>%n activities</source>
        <translation>
            <numerusform>%n activité</numerusform>
            <numerusform>%n activités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without CO₂e</source>
        <translation>
            <numerusform>%n sans CO₂e</numerusform>
            <numerusform>%n sans CO₂e</numerusform>
        </translation>
    </message>
    <message>
        <source>No activity fits</source>
        <translation>Aucune activité ne correspond</translation>
    </message>
    <message>
        <source>Activities come from imported files, or are added one by one.</source>
        <translation>Les activités viennent de fichiers importés ou s’ajoutent une à une.</translation>
    </message>
</context>
<context>
    <name>ActivityColumns</name>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Laboratoire</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Subcategory</source>
        <translation>Sous-catégorie</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>kg CO₂e</source>
        <translation>kg CO₂e</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Facteur</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>From the emission factor</source>
        <translation>D’après le facteur d’émission</translation>
    </message>
    <message>
        <source>As given in the file or by hand</source>
        <translation>Selon le fichier ou la saisie</translation>
    </message>
    <message>
        <source>No emission factor is known; this is missing, not zero</source>
        <translation>Aucun facteur d’émission connu&#xa0;; la valeur manque, elle n’est pas nulle</translation>
    </message>
</context>
<context>
    <name>ActivityExport</name>
    <message>
        <source>Export activities</source>
        <translation>Exporter les activités</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportation…</translation>
    </message>
    <message numerus="yes">
        <source>%n activities were exported.</source>
        <translation>
            <numerusform>%n activité a été exportée.</numerusform>
            <numerusform>%n activités ont été exportées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityFilters</name>
    <message>
        <source>&amp;Laboratory</source>
        <translation>&amp;Laboratoire</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Année</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>&amp;CO₂e</source>
        <translation>&amp;CO₂e</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquant</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>donné</translation>
    </message>
    <message>
        <source>by factor</source>
        <translation>par facteur</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>dès le %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’au %1</translation>
    </message>
    <message>
        <source>one import</source>
        <translation>un import</translation>
    </message>
</context>
<context>
    <name>ActivityForm</name>
    <message>
        <source>Add an activity</source>
        <translation>Ajouter une activité</translation>
    </message>
    <message>
        <source>&amp;Laboratory</source>
        <translation>&amp;Laboratoire</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Catégorie</translation>
    </message>
    <message>
        <source>S&amp;ubcategory</source>
        <translation>So&amp;us-catégorie</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>&amp;Quantité</translation>
    </message>
    <message>
        <source>U&amp;nit</source>
        <translation>U&amp;nité</translation>
    </message>
    <message>
        <source>&amp;Factor</source>
        <translation>&amp;Facteur</translation>
    </message>
    <message>
        <source>&amp;kg CO₂e, if known</source>
        <translation>&amp;kg CO₂e, si connu</translation>
    </message>
    <message>
        <source>N&amp;ote</source>
        <translation>&amp;Remarque</translation>
    </message>
    <message>
        <source>found by itself where left empty</source>
        <translation>trouvé tout seul si laissé vide</translation>
    </message>
    <message>
        <source>otherwise quantity × factor</source>
        <translation>sinon quantité × facteur</translation>
    </message>
    <message>
        <source>Add activity</source>
        <translation>Ajouter l’activité</translation>
    </message>
    <message>
        <source>Checked by the same rules as the rows of a file.</source>
        <translation>Vérifiée selon les mêmes règles que les lignes d’un fichier.</translation>
    </message>
    <message>
        <source>CO₂e is shown here as soon as it can be computed.</source>
        <translation>Le CO₂e s’affiche ici dès qu’il peut être calculé.</translation>
    </message>
    <message>
        <source>%1: it can be added, and is shown as missing.</source>
        <translation>%1&#xa0;: elle peut être ajoutée et sera affichée comme manquante.</translation>
    </message>
    <message>
        <source>factor %1</source>
        <translation>facteur %1</translation>
    </message>
</context>
<context>
    <name>ActivityViews</name>
    <message>
        <source>The view “%1” was saved.</source>
        <translation>La vue «&#xa0;%1&#xa0;» a été enregistrée.</translation>
    </message>
</context>
<context>
    <name>ActivityWork</name>
    <message numerus="yes">
        <source>Delete %n activities?</source>
        <translation>
            <numerusform>Supprimer %n activité&#xa0;?</numerusform>
            <numerusform>Supprimer %n activités&#xa0;?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Their CO₂e leaves the results. You can undo this as long as the view is open.</source>
        <translation>
            <numerusform>Son CO₂e quitte les résultats. Vous pouvez annuler tant que la vue est ouverte.</numerusform>
            <numerusform>Leur CO₂e quitte les résultats. Vous pouvez annuler tant que la vue est ouverte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n activities</source>
        <translation>
            <numerusform>Supprimer %n activité</numerusform>
            <numerusform>Supprimer %n activités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait to be sent again</source>
        <translation>
            <numerusform>%n modification attend d’être renvoyée</numerusform>
            <numerusform>%n modifications attendent d’être renvoyées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdministrationPage</name>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>People and roles</source>
        <translation>Personnes et rôles</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Journal d’audit</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Santé</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
</context>
<context>
    <name>AuditEntryDialog</name>
    <message>
        <source>By %1 on %2, with %3.</source>
        <translation>Par %1 le %2, avec %3.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>AuditTab</name>
    <message>
        <source>Search what changed</source>
        <translation>Chercher dans les changements</translation>
    </message>
    <message>
        <source>Verify the log</source>
        <translation>Vérifier le journal</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Laboratoire</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Avant → après</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Journal d’audit</translation>
    </message>
    <message>
        <source>Verifying the log…</source>
        <translation>Vérification du journal…</translation>
    </message>
    <message numerus="yes">
        <source>The log is whole: %n entries fit their seals.</source>
        <translation>
            <numerusform>Le journal est intact&#xa0;: %n entrée correspond à son sceau.</numerusform>
            <numerusform>Le journal est intact&#xa0;: %n entrées correspondent à leurs sceaux.</numerusform>
        </translation>
    </message>
    <message>
        <source>The log was tampered with: seal %1 does not fit its entries.</source>
        <translation>Le journal a été modifié&#xa0;: le sceau %1 ne correspond pas à ses entrées.</translation>
    </message>
    <message>
        <source>Was a backup restored?</source>
        <translation>Une sauvegarde a-t-elle été restaurée ?</translation>
    </message>
    <message>
        <source>Seal %1 of the log, which this computer saw earlier, is gone; all that is there is whole. If a backup was restored since then, that is why. If not, the end of the log was cut off: change nothing, and tell who looks after the server.</source>
        <translation>Le sceau %1 du journal, que cet ordinateur a vu auparavant, n’est plus là ; ce qui est là est intact. Si une sauvegarde a été restaurée depuis, c’en est la raison. Sinon, la fin du journal a été coupée : ne changez rien, et prévenez la personne qui s’occupe du serveur.</translation>
    </message>
    <message>
        <source>Yes, a backup was restored</source>
        <translation>Oui, une sauvegarde a été restaurée</translation>
    </message>
    <message>
        <source>From now on this computer compares with the log as it is today.</source>
        <translation>Désormais, cet ordinateur compare avec le journal tel qu’il est aujourd’hui.</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>&amp;Où</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>partout</translation>
    </message>
    <message>
        <source>&amp;Laboratory</source>
        <translation>&amp;Laboratoire</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
</context>
<context>
    <name>BackupDialog</name>
    <message>
        <source>Back up the database</source>
        <translation>Sauvegarder la base de données</translation>
    </message>
    <message>
        <source>&amp;Protection</source>
        <translation>&amp;Protection</translation>
    </message>
    <message>
        <source>none: whoever has the file can read it</source>
        <translation>aucune&#xa0;: qui a le fichier peut le lire</translation>
    </message>
    <message>
        <source>encrypted, opened by a passphrase</source>
        <translation>chiffrée, ouverte par une phrase secrète</translation>
    </message>
    <message>
        <source>encrypted, opened by a secret key</source>
        <translation>chiffrée, ouverte par une clé secrète</translation>
    </message>
    <message>
        <source>P&amp;assphrase</source>
        <translation>Phrase s&amp;ecrète</translation>
    </message>
    <message>
        <source>&amp;Once more</source>
        <translation>&amp;Encore une fois</translation>
    </message>
    <message>
        <source>Public &amp;key</source>
        <translation>&amp;Clé publique</translation>
    </message>
    <message>
        <source>Without the passphrase or the key nobody can open the backup again, not even you.</source>
        <translation>Sans la phrase ou la clé, personne ne peut rouvrir la sauvegarde, pas même vous.</translation>
    </message>
    <message>
        <source>Choose where to…</source>
        <translation>Choisir la destination…</translation>
    </message>
    <message>
        <source>Take at least twelve characters, e.g. four words.</source>
        <translation>Prenez au moins douze caractères, p. ex. quatre mots.</translation>
    </message>
    <message>
        <source>This is not the same passphrase. Type it once more.</source>
        <translation>Ce n’est pas la même phrase. Écrivez-la encore une fois.</translation>
    </message>
    <message>
        <source>Paste the public key of who is to open the backup.</source>
        <translation>Collez la clé publique de la personne qui doit ouvrir.</translation>
    </message>
</context>
<context>
    <name>BackupWork</name>
    <message>
        <source>Verify a backup</source>
        <translation>Vérifier une sauvegarde</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurer une sauvegarde</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Sauvegarde…</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>Sauvegarder vers</translation>
    </message>
    <message>
        <source>Verifying the backup…</source>
        <translation>Vérification de la sauvegarde…</translation>
    </message>
    <message>
        <source>Everything in the database is replaced by what %1 holds, for everybody who works on it. A backup of what there is now is made first.</source>
        <translation>Tout le contenu de la base est remplacé par celui de %1, pour toutes les personnes qui y travaillent. L’état actuel est d’abord sauvegardé.</translation>
    </message>
    <message>
        <source>Replace the database</source>
        <translation>Remplacer la base de données</translation>
    </message>
    <message>
        <source>Type the name of the database, %1</source>
        <translation>Saisissez le nom de la base, %1</translation>
    </message>
    <message>
        <source>Restoring the backup…</source>
        <translation>Restauration de la sauvegarde…</translation>
    </message>
    <message>
        <source>The backup %1 was put back: %2 in %3.</source>
        <translation>La sauvegarde %1 a été restaurée&#xa0;: %2 dans %3.</translation>
    </message>
    <message>
        <source>The backup %1 was made and read through: %2 in %3.</source>
        <translation>La sauvegarde %1 est faite et relue&#xa0;: %2 dans %3.</translation>
    </message>
    <message>
        <source>The backup %1 can be restored: %2 in %3.</source>
        <translation>La sauvegarde %1 peut être restaurée&#xa0;: %2 dans %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tables</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkEditDialog</name>
    <message numerus="yes">
        <source>Change %n activities</source>
        <translation>
            <numerusform>Modifier %n activité</numerusform>
            <numerusform>Modifier %n activités</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>&amp;Champ</translation>
    </message>
    <message>
        <source>&amp;New value</source>
        <translation>&amp;Nouvelle valeur</translation>
    </message>
    <message>
        <source>All of them are changed, or none. CO₂e is computed again; one Undo takes everything back.</source>
        <translation>Toutes sont modifiées, ou aucune. Le CO₂e est recalculé&#xa0;; une seule annulation reprend tout.</translation>
    </message>
    <message>
        <source>Type the new value first.</source>
        <translation>Saisissez d’abord la nouvelle valeur.</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparer</translation>
    </message>
    <message>
        <source>years</source>
        <translation>années</translation>
    </message>
    <message>
        <source>months</source>
        <translation>mois</translation>
    </message>
    <message>
        <source>laboratories</source>
        <translation>laboratoires</translation>
    </message>
    <message>
        <source>Save the &amp;charts…</source>
        <translation>Enregistrer les &amp;graphiques…</translation>
    </message>
    <message>
        <source>Choose a laboratory and a year to see its months.</source>
        <translation>Choisissez un laboratoire et une année pour voir ses mois.</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Par mois</translation>
    </message>
    <message>
        <source>By laboratory</source>
        <translation>Par laboratoire</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Par année</translation>
    </message>
    <message>
        <source>Save the charts</source>
        <translation>Enregistrer les graphiques</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Image (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Dessin (*.svg)</translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>Remove the filter %1</source>
        <translation>Retirer le filtre %1</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Retirer ce filtre</translation>
    </message>
</context>
<context>
    <name>Co2ePreview</name>
    <message>
        <source>CO₂e ready to commit, by cate&amp;gory</source>
        <translation>CO₂e prêt à valider, par caté&amp;gorie</translation>
    </message>
    <message numerus="yes">
        <source>%n amounts far above your history</source>
        <translation>
            <numerusform>%n montant bien au-dessus de l’habitude</numerusform>
            <numerusform>%n montants bien au-dessus de l’habitude</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnRow</name>
    <message>
        <source>%1: drag it onto a field</source>
        <translation>%1&#xa0;: faites-la glisser sur un champ</translation>
    </message>
    <message>
        <source>– not used –</source>
        <translation>– non utilisée –</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>sûr à %1 %</translation>
    </message>
    <message>
        <source>kept with the row only</source>
        <translation>gardée avec la ligne</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>choisi par vous</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>comme la dernière fois</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>sûr</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <source>a guess, please look</source>
        <translation>à vérifier</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Columns of %1</source>
        <translation>Colonnes&#xa0;: %1</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Remembered</source>
        <translation>Mémorisé</translation>
    </message>
    <message>
        <source>The kind of data was not recognised. Choose it in step 1, Source.</source>
        <translation>Le type de données n’a pas été reconnu. Choisissez-le à l’étape 1, Source.</translation>
    </message>
    <message>
        <source>Still needed: %1. Choose below which column holds it.</source>
        <translation>Il manque encore&#xa0;: %1. Choisissez ci-dessous la colonne qui le contient.</translation>
    </message>
    <message>
        <source>Words (%1 not known)</source>
        <translation>Mots (%1 inconnus)</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find an action</source>
        <translation>Trouver une action</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Tapez ce que vous voulez faire</translation>
    </message>
</context>
<context>
    <name>CommitPage</name>
    <message>
        <source>Comparing with the database…</source>
        <translation>Comparaison avec la base de données…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Committing…</source>
        <translation>Validation…</translation>
    </message>
    <message>
        <source>Everything is written in one step: if it is interrupted, nothing is. The whole import can be undone later under Imports.</source>
        <translation>Tout est écrit en une seule fois&#xa0;: en cas d’interruption, rien ne l’est. L’import entier peut être annulé plus tard sous Imports.</translation>
    </message>
    <message numerus="yes">
        <source>Valid rows only: %n rows are committed</source>
        <translation>
            <numerusform>Lignes valides seulement&#xa0;: %n ligne est validée</numerusform>
            <numerusform>Lignes valides seulement&#xa0;: %n lignes sont validées</numerusform>
        </translation>
    </message>
    <message>
        <source>All or nothing: not as long as one row is in error</source>
        <translation>Tout ou rien&#xa0;: pas tant qu’une ligne est en erreur</translation>
    </message>
    <message numerus="yes">
        <source>%n activities will be added to %1 for %2</source>
        <translation>
            <numerusform>%n activité sera ajoutée à %1 pour %2</numerusform>
            <numerusform>%n activités seront ajoutées à %1 pour %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They stand for %1.</source>
        <translation>
            <numerusform>Cela représente %1.</numerusform>
            <numerusform>Cela représente %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them have no emission factor: their CO2e is stored as missing, never as 0.</source>
        <translation>
            <numerusform>%n d’entre elles n’a pas de facteur d’émission&#xa0;: son CO₂e est enregistré comme manquant, jamais comme 0.</numerusform>
            <numerusform>%n d’entre elles n’ont pas de facteur d’émission&#xa0;: leur CO₂e est enregistré comme manquant, jamais comme 0.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them carry a warning. Look at them in step 3 before you go on.</source>
        <translation>
            <numerusform>%n d’entre elles porte un avertissement. Regardez-la à l’étape 3 avant de continuer.</numerusform>
            <numerusform>%n d’entre elles portent un avertissement. Regardez-les à l’étape 3 avant de continuer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are there already, in this file or in the database, and will be added once more. Skip them in step 3 if that is not meant.</source>
        <translation>
            <numerusform>%n d’entre elles existe déjà, dans ce fichier ou dans la base de données, et sera ajoutée une fois de plus. Ignorez-la à l’étape 3 si ce n’est pas voulu.</numerusform>
            <numerusform>%n d’entre elles existent déjà, dans ce fichier ou dans la base de données, et seront ajoutées une fois de plus. Ignorez-les à l’étape 3 si ce n’est pas voulu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows in error stay behind as a worklist of this import; they can be corrected and committed later.</source>
        <translation>
            <numerusform>%n ligne en erreur reste dans la liste à corriger de cet import&#xa0;; elle pourra être corrigée et validée plus tard.</numerusform>
            <numerusform>%n lignes en erreur restent dans la liste à corriger de cet import&#xa0;; elles pourront être corrigées et validées plus tard.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are in error. Correct or skip them in step 3, or choose “Valid rows only”.</source>
        <translation>
            <numerusform>%n ligne est en erreur. Corrigez-la ou ignorez-la à l’étape 3, ou choisissez «&#xa0;Lignes valides seulement&#xa0;».</numerusform>
            <numerusform>%n lignes sont en erreur. Corrigez-les ou ignorez-les à l’étape 3, ou choisissez «&#xa0;Lignes valides seulement&#xa0;».</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are left out (skipped or not filled in).</source>
        <translation>
            <numerusform>%n ligne est laissée de côté (ignorée ou non remplie).</numerusform>
            <numerusform>%n lignes sont laissées de côté (ignorées ou non remplies).</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the rows again with the database as it is now, then go on.</source>
        <translation>Vérifiez à nouveau les lignes avec la base de données telle qu’elle est maintenant, puis continuez.</translation>
    </message>
</context>
<context>
    <name>CommitResult</name>
    <message>
        <source>Show the activities</source>
        <translation>Afficher les activités</translation>
    </message>
    <message>
        <source>See the results</source>
        <translation>Voir les résultats</translation>
    </message>
    <message>
        <source>Show the import</source>
        <translation>Afficher l’import</translation>
    </message>
    <message>
        <source>Open the worklist…</source>
        <translation>Ouvrir la liste à corriger…</translation>
    </message>
    <message>
        <source>Undo this import…</source>
        <translation>Annuler cet import…</translation>
    </message>
    <message>
        <source>Import another file</source>
        <translation>Importer un autre fichier</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>Rien n’a été écrit</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are in error. Correct them, or commit the valid rows only.</source>
        <translation>
            <numerusform>%n ligne est en erreur. Corrigez-la ou validez seulement les lignes valides.</numerusform>
            <numerusform>%n lignes sont en erreur. Corrigez-les ou validez seulement les lignes valides.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n activities were committed to %1</source>
        <translation>
            <numerusform>%n activité a été validée dans %1</numerusform>
            <numerusform>%n activités ont été validées dans %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows in error wait on the worklist of this import.</source>
        <translation>
            <numerusform>%n ligne en erreur attend dans la liste à corriger de cet import.</numerusform>
            <numerusform>%n lignes en erreur attendent dans la liste à corriger de cet import.</numerusform>
        </translation>
    </message>
    <message>
        <source>They had reached the database already; nothing was doubled.</source>
        <translation>Elles étaient déjà dans la base de données&#xa0;; rien n’a été doublé.</translation>
    </message>
    <message>
        <source>This import was undone</source>
        <translation>Cet import a été annulé</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Changed by someone else meanwhile</source>
        <translation>Modifiée entre-temps par quelqu’un d’autre</translation>
    </message>
    <message>
        <source>%1 changed this activity on %2, before you did. Which value is right?</source>
        <translation>%1 a modifié cette activité le %2, avant vous. Quelle valeur est la bonne&#xa0;?</translation>
    </message>
    <message>
        <source>Write my value</source>
        <translation>Écrire ma valeur</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Garder la leur</translation>
    </message>
    <message>
        <source>You saw</source>
        <translation>Vous aviez vu</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>La vôtre</translation>
    </message>
    <message>
        <source>Theirs, as it is now</source>
        <translation>La leur, telle qu’elle est</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>Set by the administrator of this computer; only your login is yours.</source>
        <translation>Fixé par l’administrateur de cet ordinateur&#xa0;; seul votre identifiant est à vous.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Serveur</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Base de données</translation>
    </message>
    <message>
        <source>&amp;Login by</source>
        <translation>&amp;Connexion par</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Utilisateur</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Mot de passe</translation>
    </message>
    <message>
        <source>Keep it in the &amp;keyring of this computer</source>
        <translation>Le garder dans le &amp;trousseau de cet ordinateur</translation>
    </message>
    <message>
        <source>P&amp;rotection</source>
        <translation>P&amp;rotection</translation>
    </message>
    <message>
        <source>I &amp;accept this for this connection</source>
        <translation>Je l’&amp;accepte pour cette connexion</translation>
    </message>
    <message>
        <source>Somebody in between could read or change what is sent.</source>
        <translation>Quelqu’un entre les deux pourrait lire ou modifier ce qui est envoyé.</translation>
    </message>
    <message>
        <source>C&amp;A file</source>
        <translation>Fichier de l’&amp;autorité</translation>
    </message>
    <message>
        <source>A pooler (P&amp;gBouncer) stands before the server</source>
        <translation>Un répartiteur (P&amp;gBouncer) précède le serveur</translation>
    </message>
    <message>
        <source>Otherwise it is kept until co2desk is closed.</source>
        <translation>Sinon, il est gardé jusqu’à la fermeture de co2desk.</translation>
    </message>
    <message>
        <source>This computer has no keyring that can be used: the password is kept until co2desk is closed, and asked for again.</source>
        <translation>Cet ordinateur n’a pas de trousseau utilisable&#xa0;: le mot de passe est gardé jusqu’à la fermeture de co2desk, puis redemandé.</translation>
    </message>
    <message>
        <source>Looking for a keyring…</source>
        <translation>Recherche d’un trousseau…</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>encrypted, and the server proves who it is</source>
        <translation>chiffrée, et le serveur prouve son identité</translation>
    </message>
    <message>
        <source>encrypted, the server&apos;s name is not checked</source>
        <translation>chiffrée, le nom du serveur n’est pas vérifié</translation>
    </message>
    <message>
        <source>encrypted, the server is not checked</source>
        <translation>chiffrée, le serveur n’est pas vérifié</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>non chiffrée</translation>
    </message>
    <message>
        <source>user and password</source>
        <translation>utilisateur et mot de passe</translation>
    </message>
    <message>
        <source>Kerberos</source>
        <translation>Kerberos</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>certificat</translation>
    </message>
    <message>
        <source>sign-in in the browser</source>
        <translation>connexion dans le navigateur</translation>
    </message>
</context>
<context>
    <name>ConnectionsDialog</name>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>The private database on this computer, with the demonstration laboratory. It needs no password and no network.</source>
        <translation>La base de données privée de cet ordinateur, avec le laboratoire de démonstration. Elle ne demande ni mot de passe ni réseau.</translation>
    </message>
    <message>
        <source>A&amp;dd a server</source>
        <translation>A&amp;jouter un serveur</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translation>&amp;Oublier</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>&amp;Essayer</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>Work &amp;on it</source>
        <translation>&amp;Travailler avec</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>There is a connection of this name already.</source>
        <translation>Une connexion de ce nom existe déjà.</translation>
    </message>
    <message>
        <source>Trying the connection…</source>
        <translation>Essai de la connexion…</translation>
    </message>
    <message>
        <source>The connection is kept.</source>
        <translation>La connexion est enregistrée.</translation>
    </message>
    <message>
        <source>Its password is in the keyring.</source>
        <translation>Son mot de passe est dans le trousseau.</translation>
    </message>
    <message>
        <source>Its password is kept until co2desk is closed.</source>
        <translation>Son mot de passe est gardé jusqu’à la fermeture de co2desk.</translation>
    </message>
    <message>
        <source>The connection and its password are forgotten.</source>
        <translation>La connexion et son mot de passe sont oubliés.</translation>
    </message>
</context>
<context>
    <name>CorrectionBar</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in the program</source>
        <translation>Une erreur s’est produite dans le programme</translation>
    </message>
    <message>
        <source>This is a fault of co2desk, not yours. Your work is not lost: imports under way are kept as drafts, and nothing is written to the database by halves. You can keep working; if something looks odd, close the window concerned and open it again.</source>
        <translation>C’est une erreur de co2desk, pas la vôtre. Votre travail n’est pas perdu&#xa0;: les imports en cours sont gardés comme brouillons et rien n’est écrit à moitié dans la base. Vous pouvez continuer&#xa0;; si quelque chose semble étrange, fermez la fenêtre concernée et rouvrez-la.</translation>
    </message>
    <message>
        <source>&amp;Report for your administrator; it holds no data and no passwords</source>
        <translation>&amp;Rapport pour votre administrateur&#xa0;; sans données ni mots de passe</translation>
    </message>
    <message>
        <source>&amp;Copy the report</source>
        <translation>&amp;Copier le rapport</translation>
    </message>
    <message>
        <source>&amp;Keep working</source>
        <translation>Continuer à &amp;travailler</translation>
    </message>
</context>
<context>
    <name>DatabaseTab</name>
    <message>
        <source>Revision</source>
        <translation>Révision</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Ce qu’elle fait</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>appliquée</translation>
    </message>
    <message>
        <source>to come</source>
        <translation>à venir</translation>
    </message>
    <message>
        <source>Migrations</source>
        <translation>Migrations</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sauvegarder…</translation>
    </message>
    <message>
        <source>Verify a backup…</source>
        <translation>Vérifier une sauvegarde…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Restaurer une sauvegarde…</translation>
    </message>
    <message>
        <source>This program and the database fit together.</source>
        <translation>Ce programme et la base de données vont ensemble.</translation>
    </message>
    <message>
        <source>This program does not fit the database.</source>
        <translation>Ce programme ne va pas avec la base de données.</translation>
    </message>
    <message>
        <source>PostgreSQL %1 · schema %2 of %3 · user %4. </source>
        <translation>PostgreSQL %1 · schéma %2 sur %3 · utilisateur %4. </translation>
    </message>
</context>
<context>
    <name>DateReadingNotes</name>
    <message>
        <source>Read it otherwise…</source>
        <translation>La lire autrement…</translation>
    </message>
    <message numerus="yes">
        <source>Column %1: “%2” was read as the day number of a spreadsheet, %3 (%n rows). If that is not meant, write the dates anew.</source>
        <translation>
            <numerusform>Colonne %1&#xa0;: «&#xa0;%2&#xa0;» est lu comme le numéro de jour d’un tableur, %3 (%n ligne). Si ce n’est pas le cas, récrivez la date.</numerusform>
            <numerusform>Colonne %1&#xa0;: «&#xa0;%2&#xa0;» est lu comme le numéro de jour d’un tableur, %3 (%n lignes). Si ce n’est pas le cas, récrivez les dates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1: “%2” is read day first, %3, as you said (%n rows).</source>
        <translation>
            <numerusform>Colonne %1&#xa0;: «&#xa0;%2&#xa0;» se lit jour d’abord, %3, comme vous l’avez dit (%n ligne).</numerusform>
            <numerusform>Colonne %1&#xa0;: «&#xa0;%2&#xa0;» se lit jour d’abord, %3, comme vous l’avez dit (%n lignes).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1: “%2” is read month first, %3, as you said (%n rows).</source>
        <translation>
            <numerusform>Colonne %1&#xa0;: «&#xa0;%2&#xa0;» se lit mois d’abord, %3, comme vous l’avez dit (%n ligne).</numerusform>
            <numerusform>Colonne %1&#xa0;: «&#xa0;%2&#xa0;» se lit mois d’abord, %3, comme vous l’avez dit (%n lignes).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1: “%2” is read day first, %3, because of “%4” (%n rows).</source>
        <translation>
            <numerusform>Colonne %1&#xa0;: «&#xa0;%2&#xa0;» se lit jour d’abord, %3, à cause de «&#xa0;%4&#xa0;» (%n ligne).</numerusform>
            <numerusform>Colonne %1&#xa0;: «&#xa0;%2&#xa0;» se lit jour d’abord, %3, à cause de «&#xa0;%4&#xa0;» (%n lignes).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1: “%2” is read month first, %3, because of “%4” (%n rows).</source>
        <translation>
            <numerusform>Colonne %1&#xa0;: «&#xa0;%2&#xa0;» se lit mois d’abord, %3, à cause de «&#xa0;%4&#xa0;» (%n ligne).</numerusform>
            <numerusform>Colonne %1&#xa0;: «&#xa0;%2&#xa0;» se lit mois d’abord, %3, à cause de «&#xa0;%4&#xa0;» (%n lignes).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Open a draft or a pack</source>
        <translation>Ouvrir un brouillon ou un paquet</translation>
    </message>
    <message>
        <source>Drafts of imports and packs (*.co2draft *.co2pack)</source>
        <translation>Brouillons d’imports et paquets (*.co2draft *.co2pack)</translation>
    </message>
</context>
<context>
    <name>DetailsDock</name>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Select a row to see its details.</source>
        <translation>Sélectionnez une ligne pour voir ses détails.</translation>
    </message>
</context>
<context>
    <name>DifferenceWords</name>
    <message>
        <source>The database has changed since these rows were checked:</source>
        <translation>La base de données a changé depuis la vérification de ces lignes&#xa0;:</translation>
    </message>
    <message>
        <source>The rows were checked again; they come out the same.</source>
        <translation>Les lignes ont été vérifiées à nouveau&#xa0;; le résultat est le même.</translation>
    </message>
    <message>
        <source>The rows were checked again: %1 with %2, before it was %3 with %4.</source>
        <translation>Les lignes ont été vérifiées à nouveau&#xa0;: %1 pour %2, auparavant %3 pour %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n prête</numerusform>
            <numerusform>%n prêtes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the year %2 was published and takes no more rows</source>
        <translation>%1&#xa0;: l’année %2 a été publiée et n’accepte plus de lignes</translation>
    </message>
    <message>
        <source>%1: the year %2 can be edited again</source>
        <translation>%1&#xa0;: l’année %2 peut à nouveau être modifiée</translation>
    </message>
    <message>
        <source>Laboratory %1 was archived</source>
        <translation>Le laboratoire %1 a été archivé</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1&#xa0;: %2 → %3</translation>
    </message>
    <message>
        <source>Emission factor %1 is no longer there</source>
        <translation>Le facteur d’émission %1 n’existe plus</translation>
    </message>
    <message>
        <source>Laboratory %1 is no longer there, or no longer open to you</source>
        <translation>Le laboratoire %1 n’existe plus, ou ne vous est plus ouvert</translation>
    </message>
    <message>
        <source>%1 is no longer there</source>
        <translation>%1 n’existe plus</translation>
    </message>
    <message>
        <source>Emission factor %1</source>
        <translation>Facteur d’émission %1</translation>
    </message>
    <message>
        <source>Exchange rate %1</source>
        <translation>Taux de change %1</translation>
    </message>
    <message>
        <source>Your role in %1</source>
        <translation>Votre rôle dans %1</translation>
    </message>
    <message>
        <source>Meaning of “%1”</source>
        <translation>Signification de «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>DraftsList</name>
    <message>
        <source>In preparation on this computer</source>
        <translation>En préparation sur cet ordinateur</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Begins once more with the file of this draft</source>
        <translation>Recommence avec le fichier de ce brouillon</translation>
    </message>
    <message>
        <source>Throw it away…</source>
        <translation>Jeter…</translation>
    </message>
    <message>
        <source>Throw this draft away?</source>
        <translation>Jeter ce brouillon&#xa0;?</translation>
    </message>
    <message>
        <source>The draft of “%1” and all corrections in it are removed from this computer. Your own file and the database stay as they are.</source>
        <translation>Le brouillon de «&#xa0;%1&#xa0;» et toutes ses corrections sont supprimés de cet ordinateur. Votre fichier et la base de données restent comme ils sont.</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Jeter</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Try other words, or take the filters away.</source>
        <translation>Essayez d’autres mots, ou retirez les filtres.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
</context>
<context>
    <name>EncodingsDialog</name>
    <message>
        <source>Compare encodings</source>
        <translation>Comparer les encodages</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>Endroit %1</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Encodage</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Read it so</source>
        <translation>Lire ainsi</translation>
    </message>
    <message>
        <source>Choose the line in which letters, accents and signs look right.</source>
        <translation>Choisissez la ligne où lettres, accents et signes sont justes.</translation>
    </message>
    <message>
        <source>The file has no letter that depends on the encoding; each of these that can read it reads it alike.</source>
        <translation>Le fichier n’a aucune lettre qui dépende de l’encodage&#xa0;; tous ceux qui peuvent le lire le lisent de même.</translation>
    </message>
</context>
<context>
    <name>ExportName</name>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Classeur Excel (*.xlsx)</translation>
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
        <translation>Nom</translation>
    </message>
    <message>
        <source>kg CO₂e</source>
        <translation>kg CO₂e</translation>
    </message>
    <message>
        <source>per</source>
        <translation>par</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
</context>
<context>
    <name>FactorFinder</name>
    <message>
        <source>Find an emission factor</source>
        <translation>Chercher un facteur d’émission</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>&amp;Mots</translation>
    </message>
    <message>
        <source>Factors found, the best first</source>
        <translation>Facteurs trouvés, le meilleur en premier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Take this factor</source>
        <translation>Prendre ce facteur</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>kg CO₂e</source>
        <translation>kg CO₂e</translation>
    </message>
    <message>
        <source>per</source>
        <translation>par</translation>
    </message>
    <message numerus="yes">
        <source>%n factors found</source>
        <translation>
            <numerusform>%n facteur trouvé</numerusform>
            <numerusform>%n facteurs trouvés</numerusform>
        </translation>
    </message>
    <message>
        <source>No factor holds any of these words. Try fewer or other words.</source>
        <translation>Aucun facteur ne contient l’un de ces mots. Essayez moins de mots ou d’autres.</translation>
    </message>
</context>
<context>
    <name>FactorForm</name>
    <message>
        <source>Edit factor</source>
        <translation>Modifier le facteur</translation>
    </message>
    <message>
        <source>New factor of a laboratory</source>
        <translation>Nouveau facteur d’un laboratoire</translation>
    </message>
    <message>
        <source>&amp;Laboratory</source>
        <translation>&amp;Laboratoire</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Ce qui changerait</translation>
    </message>
    <message>
        <source>&amp;Compute these activities anew</source>
        <translation>&amp;Recalculer ces activités</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Cate&amp;gory</source>
        <translation>Caté&amp;gorie</translation>
    </message>
    <message>
        <source>S&amp;ubcategory</source>
        <translation>So&amp;us-catégorie</translation>
    </message>
    <message>
        <source>&amp;kg CO₂e</source>
        <translation>&amp;kg CO₂e</translation>
    </message>
    <message>
        <source>&amp;per (unit)</source>
        <translation>&amp;par (unité)</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Source</translation>
    </message>
    <message>
        <source>Valid &amp;from</source>
        <translation>Valable &amp;dès</translation>
    </message>
    <message>
        <source>&amp;Valid until</source>
        <translation>&amp;Valable jusqu’au</translation>
    </message>
    <message>
        <source>&amp;Justification</source>
        <translation>&amp;Justification</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Laboratoire</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Activités</translation>
    </message>
    <message>
        <source>kg CO₂e now</source>
        <translation>kg CO₂e actuel</translation>
    </message>
    <message>
        <source>kg CO₂e then</source>
        <translation>kg CO₂e ensuite</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Écart</translation>
    </message>
    <message>
        <source>published: stays</source>
        <translation>publiée&#xa0;: reste</translation>
    </message>
    <message>
        <source>Save factor</source>
        <translation>Enregistrer le facteur</translation>
    </message>
    <message>
        <source>Only this laboratory can use it; say why it needs one.</source>
        <translation>Seul ce laboratoire peut l’utiliser&#xa0;; dites pourquoi il en faut un.</translation>
    </message>
    <message>
        <source>No activity uses this factor.</source>
        <translation>Aucune activité n’utilise ce facteur.</translation>
    </message>
    <message>
        <source>No laboratory&apos;s CO₂e would change.</source>
        <translation>Le CO₂e d’aucun laboratoire ne changerait.</translation>
    </message>
    <message>
        <source>%1 in all. Published years stay as they are.</source>
        <translation>%1 au total. Les années publiées restent telles quelles.</translation>
    </message>
</context>
<context>
    <name>FactorLoading</name>
    <message>
        <source>Load a set of factors</source>
        <translation>Charger un jeu de facteurs</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx *.xls *.ods)</source>
        <translation>Tableaux (*.csv *.tsv *.txt *.xlsx *.xls *.ods)</translation>
    </message>
    <message>
        <source>Reading factors…</source>
        <translation>Lecture des facteurs…</translation>
    </message>
    <message>
        <source>Loading factors…</source>
        <translation>Chargement des facteurs…</translation>
    </message>
    <message>
        <source>Factors: %1, %2, %3 the same as before.</source>
        <translation>Facteurs&#xa0;: %1, %2, %3 comme avant.</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n ajouté</numerusform>
            <numerusform>%n ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n modifié</numerusform>
            <numerusform>%n modifiés</numerusform>
        </translation>
    </message>
    <message>
        <source>Load %1?</source>
        <translation>Charger %1&#xa0;?</translation>
    </message>
    <message>
        <source>Activities keep the CO₂e they have; edit a factor to compute its activities anew.</source>
        <translation>Les activités gardent leur CO₂e&#xa0;; modifiez un facteur pour recalculer les siennes.</translation>
    </message>
    <message>
        <source>Load the factors</source>
        <translation>Charger les facteurs</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>Ligne %1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was loaded: %n rows are in error.</source>
        <translation>
            <numerusform>Rien n’a été chargé&#xa0;: %n ligne est en erreur.</numerusform>
            <numerusform>Rien n’a été chargé&#xa0;: %n lignes sont en erreur.</numerusform>
        </translation>
    </message>
    <message>
        <source>Factors: %1 to be added, %2 to be changed, %3 the same as before.</source>
        <translation>Facteurs&#xa0;: %1 à ajouter, %2 à modifier, %3 comme avant.</translation>
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
        <translation>Type</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>Subcategory</source>
        <translation>Sous-catégorie</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Valable dès</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valable jusqu’au</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Haul</source>
        <translation>Distance de vol</translation>
    </message>
    <message>
        <source>Cabin class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Pays</translation>
    </message>
    <message>
        <source>Energy carrier</source>
        <translation>Agent énergétique</translation>
    </message>
    <message>
        <source>Heating value</source>
        <translation>Pouvoir calorifique</translation>
    </message>
    <message>
        <source>Purchase code</source>
        <translation>Code d’achat</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Monnaie</translation>
    </message>
    <message>
        <source>Justification</source>
        <translation>Justification</translation>
    </message>
</context>
<context>
    <name>FactorsPage</name>
    <message>
        <source>Emission factors</source>
        <translation>Facteurs d’émission</translation>
    </message>
    <message>
        <source>Search name, code, category</source>
        <translation>Chercher nom, code, catégorie</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Load a set of factors…</source>
        <translation>Charger des facteurs…</translation>
    </message>
    <message>
        <source>New factor…</source>
        <translation>Nouveau facteur…</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Type</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>No factor found</source>
        <translation>Aucun facteur trouvé</translation>
    </message>
    <message>
        <source>Try fewer or other words; accents and capitals do not matter.</source>
        <translation>Essayez moins de mots ou d’autres mots&#xa0;; les accents et les majuscules ne comptent pas.</translation>
    </message>
    <message>
        <source>Show all factors</source>
        <translation>Afficher tous les facteurs</translation>
    </message>
    <message>
        <source>What is an emission factor?</source>
        <translation>Qu’est-ce qu’un facteur d’émission&#xa0;?</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message numerus="yes">
        <source>%n factors</source>
        <translation>
            <numerusform>%n facteur</numerusform>
            <numerusform>%n facteurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Only administrators may change it.</source>
        <translation>Seule l’administration peut le modifier.</translation>
    </message>
    <message>
        <source>Saving the factor…</source>
        <translation>Enregistrement du facteur…</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>%1 a été enregistré.</translation>
    </message>
    <message>
        <source>Export factors</source>
        <translation>Exporter les facteurs</translation>
    </message>
    <message numerus="yes">
        <source>%n factors were exported.</source>
        <translation>
            <numerusform>%n facteur a été exporté.</numerusform>
            <numerusform>%n facteurs ont été exportés.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Something went wrong in the program itself; nothing was written. The log has the details. Try again, and tell your administrator if it comes back.</source>
        <translation>Une erreur s’est produite dans le programme lui-même&#xa0;; rien n’a été écrit. Le journal contient les détails. Réessayez, et parlez-en à votre administrateur si cela se répète.</translation>
    </message>
</context>
<context>
    <name>FieldTable</name>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>Colonne du fichier</translation>
    </message>
    <message>
        <source>needed: drop a column here</source>
        <translation>requis&#xa0;: déposez une colonne ici</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>No column</source>
        <translation>Aucune colonne</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Work on this computer</source>
        <translation>Travailler sur cet ordinateur</translation>
    </message>
    <message>
        <source>A private database is made here, with a demonstration laboratory to try things on. No server and no administrator are needed.</source>
        <translation>Une base de données privée est créée ici, avec un laboratoire de démonstration pour essayer. Il ne faut ni serveur ni administrateur.</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>Commencer ici</translation>
    </message>
    <message>
        <source>Connect to a server</source>
        <translation>Se connecter à un serveur</translation>
    </message>
    <message>
        <source>Work on the database that you share with others. You need its address and your login; the connection is tried step by step.</source>
        <translation>Travailler sur la base de données que vous partagez avec d’autres. Il vous faut son adresse et votre identifiant&#xa0;; la connexion est essayée pas à pas.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Open a draft</source>
        <translation>Ouvrir un brouillon</translation>
    </message>
    <message>
        <source>Go on with an import that was begun elsewhere, on this computer until you connect to a server.</source>
        <translation>Poursuivre un import commencé ailleurs, sur cet ordinateur tant que vous n’êtes pas connecté à un serveur.</translation>
    </message>
    <message>
        <source>Choose a draft…</source>
        <translation>Choisir un brouillon…</translation>
    </message>
    <message>
        <source>Welcome to co2desk</source>
        <translation>Bienvenue dans co2desk</translation>
    </message>
    <message>
        <source>Where are the activities of your laboratory kept? You can change this later.</source>
        <translation>Où les activités de votre laboratoire sont-elles gardées&#xa0;? Vous pourrez changer cela plus tard.</translation>
    </message>
</context>
<context>
    <name>FixAllBar</name>
    <message>
        <source>All cells &amp;with</source>
        <translation>Toutes les cellules &amp;avec</translation>
    </message>
    <message>
        <source>become</source>
        <translation>deviennent</translation>
    </message>
    <message>
        <source>Skip all rows</source>
        <translation>Ignorer toutes les lignes</translation>
    </message>
    <message>
        <source>Leave all rows with this problem out of the import.</source>
        <translation>Laisser de côté toutes les lignes avec ce problème.</translation>
    </message>
    <message>
        <source>Remembered for this laboratory.</source>
        <translation>Retenu pour ce laboratoire.</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message numerus="yes">
        <source>Change %n cells</source>
        <translation>
            <numerusform>Modifier %n cellule</numerusform>
            <numerusform>Modifier %n cellules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Validation</translation>
    </message>
</context>
<context>
    <name>FocusLine</name>
    <message>
        <source>Nothing is wrong in this row.</source>
        <translation>Rien à signaler dans cette ligne.</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>%1 can connect now</source>
        <translation>%1 peut maintenant se connecter</translation>
    </message>
    <message>
        <source>Hand this over by a way that only the person reads, not by open mail. The password is shown this once and kept nowhere; if it gets lost, make a new one.</source>
        <translation>Transmettez ceci par une voie que seule cette personne lit, pas par courriel ouvert. Le mot de passe n’est montré que cette fois et n’est conservé nulle part&#xa0;; s’il se perd, faites-en un nouveau.</translation>
    </message>
    <message>
        <source>What to hand over</source>
        <translation>À transmettre</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>C’est noté</translation>
    </message>
    <message>
        <source>Open co2desk, File &gt; Connections… &gt; Add a server, and enter:</source>
        <translation>Ouvrez co2desk, Fichier &gt; Connexions… &gt; Ajouter un serveur, et saisissez&#xa0;:</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Serveur&#xa0;: %1</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>cet ordinateur</translation>
    </message>
    <message>
        <source>Port: %1</source>
        <translation>Port&#xa0;: %1</translation>
    </message>
    <message>
        <source>Database: %1</source>
        <translation>Base de données&#xa0;: %1</translation>
    </message>
    <message>
        <source>User: %1</source>
        <translation>Utilisateur&#xa0;: %1</translation>
    </message>
    <message>
        <source>Password: %1</source>
        <translation>Mot de passe&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Slow queries</source>
        <translation>Requêtes lentes</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tables</translation>
    </message>
    <message>
        <source>Unused indexes</source>
        <translation>Index inutilisés</translation>
    </message>
    <message>
        <source>Waiting sessions</source>
        <translation>Sessions en attente</translation>
    </message>
    <message>
        <source>Archiving</source>
        <translation>Archivage</translation>
    </message>
    <message>
        <source>Standby servers</source>
        <translation>Serveurs de secours</translation>
    </message>
    <message>
        <source>Standby for published years</source>
        <translation>Serveur de secours pour les années publiées</translation>
    </message>
    <message>
        <source>size</source>
        <translation>taille</translation>
    </message>
    <message>
        <source>running since</source>
        <translation>en marche depuis</translation>
    </message>
    <message>
        <source>connections at most</source>
        <translation>connexions au plus</translation>
    </message>
    <message>
        <source>all sessions seen</source>
        <translation>toutes les sessions visibles</translation>
    </message>
    <message>
        <source>behind the primary by</source>
        <translation>retard sur le primaire</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>répond</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>sessions</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>la plus longue</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>appels</translation>
    </message>
    <message>
        <source>on average</source>
        <translation>en moyenne</translation>
    </message>
    <message>
        <source>altogether</source>
        <translation>au total</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>lignes</translation>
    </message>
    <message>
        <source>data</source>
        <translation>données</translation>
    </message>
    <message>
        <source>indexes</source>
        <translation>index</translation>
    </message>
    <message>
        <source>rows to clean up</source>
        <translation>lignes à nettoyer</translation>
    </message>
    <message>
        <source>cleaned up</source>
        <translation>nettoyée</translation>
    </message>
    <message>
        <source>analysed</source>
        <translation>analysée</translation>
    </message>
    <message>
        <source>wasted</source>
        <translation>perdu</translation>
    </message>
    <message>
        <source>table</source>
        <translation>table</translation>
    </message>
    <message>
        <source>login</source>
        <translation>identifiant</translation>
    </message>
    <message>
        <source>program</source>
        <translation>programme</translation>
    </message>
    <message>
        <source>state</source>
        <translation>état</translation>
    </message>
    <message>
        <source>for</source>
        <translation>depuis</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>instruction</translation>
    </message>
    <message>
        <source>waits for</source>
        <translation>attend</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>activé</translation>
    </message>
    <message>
        <source>last archived</source>
        <translation>dernier archivage</translation>
    </message>
    <message>
        <source>failures</source>
        <translation>échecs</translation>
    </message>
    <message>
        <source>last failure</source>
        <translation>dernier échec</translation>
    </message>
    <message>
        <source>behind by</source>
        <translation>en retard de</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>au travail</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>waits in a transaction</source>
        <translation>attend dans une transaction</translation>
    </message>
    <message>
        <source>waits in a failed transaction</source>
        <translation>attend dans une transaction échouée</translation>
    </message>
    <message>
        <source>calls a function</source>
        <translation>appelle une fonction</translation>
    </message>
    <message>
        <source>not watched</source>
        <translation>non observé</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>caché</translation>
    </message>
    <message>
        <source>follows</source>
        <translation>suit</translation>
    </message>
    <message>
        <source>catches up</source>
        <translation>rattrape</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>démarre</translation>
    </message>
    <message>
        <source>takes a backup</source>
        <translation>fait une sauvegarde</translation>
    </message>
    <message>
        <source>stops</source>
        <translation>s’arrête</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>%1 on the disk</source>
        <translation>%1 sur le disque</translation>
    </message>
    <message>
        <source>%1 of %2 sessions</source>
        <translation>sessions&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>sessions waiting: %1</source>
        <translation>sessions en attente&#xa0;: %1</translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>personne n’attend</translation>
    </message>
    <message>
        <source>tables to clean up: %1</source>
        <translation>tables à nettoyer&#xa0;: %1</translation>
    </message>
    <message>
        <source>nothing to clean up</source>
        <translation>rien à nettoyer</translation>
    </message>
</context>
<context>
    <name>HealthTab</name>
    <message>
        <source>About</source>
        <translation>Sujet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>Health of the database</source>
        <translation>Santé de la base de données</translation>
    </message>
    <message>
        <source>Clean up and analyse</source>
        <translation>Nettoyer et analyser</translation>
    </message>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n constat</numerusform>
            <numerusform>%n constats</numerusform>
        </translation>
    </message>
    <message>
        <source>Cleaning up…</source>
        <translation>Nettoyage…</translation>
    </message>
    <message>
        <source>The database was cleaned up and analysed.</source>
        <translation>La base de données a été nettoyée et analysée.</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Sujet</translation>
    </message>
    <message>
        <source>&amp;Rebuild indexes too</source>
        <translation>&amp;Reconstruire aussi les index</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help – co2desk</source>
        <translation>Aide – co2desk</translation>
    </message>
    <message>
        <source>Contents of the guide</source>
        <translation>Table des matières du guide</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Chercher dans le guide</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Suivant</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>added</source>
        <translation>ajouté</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importé</translation>
    </message>
    <message>
        <source>import undone</source>
        <translation>import annulé</translation>
    </message>
    <message>
        <source>activities</source>
        <translation>activités</translation>
    </message>
    <message>
        <source>may log in</source>
        <translation>peut se connecter</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivé</translation>
    </message>
    <message>
        <source>kg CO₂e</source>
        <translation>kg CO₂e</translation>
    </message>
    <message>
        <source>where the CO₂e is from</source>
        <translation>origine du CO₂e</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>monnaie</translation>
    </message>
    <message>
        <source>login</source>
        <translation>identifiant</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>courriel</translation>
    </message>
    <message>
        <source>value of the factor</source>
        <translation>valeur du facteur</translation>
    </message>
    <message>
        <source>faculty</source>
        <translation>faculté</translation>
    </message>
    <message>
        <source>checksum of the file</source>
        <translation>empreinte du fichier</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fichier</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>genre</translation>
    </message>
    <message>
        <source>members</source>
        <translation>membres</translation>
    </message>
    <message>
        <source>per euro</source>
        <translation>par euro</translation>
    </message>
    <message>
        <source>reporting year</source>
        <translation>année du rapport</translation>
    </message>
    <message>
        <source>role</source>
        <translation>rôle</translation>
    </message>
    <message>
        <source>rows in error</source>
        <translation>lignes en erreur</translation>
    </message>
    <message>
        <source>rows in the file</source>
        <translation>lignes du fichier</translation>
    </message>
    <message>
        <source>rows committed</source>
        <translation>lignes validées</translation>
    </message>
    <message>
        <source>SCIPER</source>
        <translation>SCIPER</translation>
    </message>
    <message>
        <source>state</source>
        <translation>état</translation>
    </message>
    <message>
        <source>year</source>
        <translation>année</translation>
    </message>
    <message>
        <source>laboratories</source>
        <translation>laboratoires</translation>
    </message>
    <message>
        <source>imports</source>
        <translation>imports</translation>
    </message>
    <message>
        <source>rows of imports</source>
        <translation>lignes d’import</translation>
    </message>
    <message>
        <source>emission factors</source>
        <translation>facteurs d’émission</translation>
    </message>
    <message>
        <source>people</source>
        <translation>personnes</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>rôles</translation>
    </message>
    <message>
        <source>published years</source>
        <translation>années publiées</translation>
    </message>
    <message>
        <source>exchange rates</source>
        <translation>taux de change</translation>
    </message>
    <message>
        <source>what is remembered</source>
        <translation>mémorisations</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
</context>
<context>
    <name>ImportColumns</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Laboratoire</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>kg CO₂e at commit</source>
        <translation>kg CO₂e à la validation</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>Validées</translation>
    </message>
    <message>
        <source>In error</source>
        <translation>En erreur</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Last saved</source>
        <translation>Enregistré le</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
</context>
<context>
    <name>ImportFiles</name>
    <message>
        <source>Choose a file to import</source>
        <translation>Choisir un fichier à importer</translation>
    </message>
    <message>
        <source>Tables and drafts</source>
        <translation>Tableaux et brouillons</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>%1 with errors</source>
        <translation>%1 avec erreurs</translation>
    </message>
    <message>
        <source>Save annotated copy</source>
        <translation>Enregistrer une copie annotée</translation>
    </message>
    <message>
        <source>Save a copy of the draft</source>
        <translation>Enregistrer une copie du brouillon</translation>
    </message>
    <message>
        <source>Drafts of imports</source>
        <translation>Brouillons d’imports</translation>
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
        <translation>Lecture du fichier…</translation>
    </message>
    <message>
        <source>pasted rows</source>
        <translation>lignes collées</translation>
    </message>
    <message>
        <source>Reading the rows…</source>
        <translation>Lecture des lignes…</translation>
    </message>
    <message>
        <source>The rows are being written. Wait a moment, or cancel it first.</source>
        <translation>Les lignes sont en cours d’écriture. Attendez un instant, ou annulez d’abord.</translation>
    </message>
    <message>
        <source>Import %1 – co2desk</source>
        <translation>Import de %1 – co2desk</translation>
    </message>
    <message>
        <source>Writing the annotated copy…</source>
        <translation>Écriture de la copie annotée…</translation>
    </message>
</context>
<context>
    <name>ImportWindows</name>
    <message>
        <source>This draft is open in a window. Close it there first.</source>
        <translation>Ce brouillon est ouvert dans une fenêtre. Fermez-le d’abord là.</translation>
    </message>
    <message>
        <source>The clipboard holds no rows. Copy cells in your spreadsheet first.</source>
        <translation>Le presse-papiers ne contient pas de lignes. Copiez d’abord des cellules dans votre tableur.</translation>
    </message>
    <message>
        <source>Undoing the import…</source>
        <translation>Annulation de l’import…</translation>
    </message>
</context>
<context>
    <name>ImportsPage</name>
    <message>
        <source>Imports</source>
        <translation>Imports</translation>
    </message>
    <message>
        <source>Search file name</source>
        <translation>Chercher un nom de fichier</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Importer un fichier…</translation>
    </message>
    <message>
        <source>&amp;State</source>
        <translation>&amp;État</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Tous les états</translation>
    </message>
    <message>
        <source>In the database</source>
        <translation>Dans la base de données</translation>
    </message>
    <message>
        <source>Nothing was imported yet</source>
        <translation>Rien n’a encore été importé</translation>
    </message>
    <message>
        <source>Files from finance, the travel agency or building services come in here.</source>
        <translation>C’est ici qu’arrivent les fichiers des finances, de l’agence de voyages ou de l’exploitation.</translation>
    </message>
    <message>
        <source>Try it with the sample file</source>
        <translation>Essayer avec le fichier d’exemple</translation>
    </message>
    <message>
        <source>Which files can be imported?</source>
        <translation>Quels fichiers peut-on importer&#xa0;?</translation>
    </message>
    <message>
        <source>Show its activities</source>
        <translation>Afficher ses activités</translation>
    </message>
    <message>
        <source>Open the worklist…</source>
        <translation>Ouvrir la liste à corriger…</translation>
    </message>
    <message>
        <source>Undo this import…</source>
        <translation>Annuler cet import…</translation>
    </message>
    <message numerus="yes">
        <source>%n imports</source>
        <translation>
            <numerusform>%n import</numerusform>
            <numerusform>%n imports</numerusform>
        </translation>
    </message>
    <message>
        <source>Undoing the import…</source>
        <translation>Annulation de l’import…</translation>
    </message>
</context>
<context>
    <name>Issues</name>
    <message>
        <source>missing value</source>
        <translation>valeur manquante</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>pas un nombre</translation>
    </message>
    <message>
        <source>number can be read two ways</source>
        <translation>nombre ambigu</translation>
    </message>
    <message>
        <source>negative quantity</source>
        <translation>quantité négative</translation>
    </message>
    <message>
        <source>number out of range</source>
        <translation>nombre hors limites</translation>
    </message>
    <message>
        <source>decimals rounded off</source>
        <translation>décimales arrondies</translation>
    </message>
    <message>
        <source>not a date</source>
        <translation>pas une date</translation>
    </message>
    <message>
        <source>date can be read two ways</source>
        <translation>date ambiguë</translation>
    </message>
    <message>
        <source>date outside the reporting year</source>
        <translation>date hors de l’année du bilan</translation>
    </message>
    <message>
        <source>unknown word</source>
        <translation>mot inconnu</translation>
    </message>
    <message>
        <source>unknown emission factor</source>
        <translation>facteur d’émission inconnu</translation>
    </message>
    <message>
        <source>no emission factor</source>
        <translation>pas de facteur d’émission</translation>
    </message>
    <message>
        <source>several emission factors fit</source>
        <translation>plusieurs facteurs d’émission possibles</translation>
    </message>
    <message>
        <source>factor not valid on that date</source>
        <translation>facteur non valable à cette date</translation>
    </message>
    <message>
        <source>unknown unit</source>
        <translation>unité inconnue</translation>
    </message>
    <message>
        <source>unit does not fit</source>
        <translation>unité inadaptée</translation>
    </message>
    <message>
        <source>unknown currency</source>
        <translation>monnaie inconnue</translation>
    </message>
    <message>
        <source>unknown airport</source>
        <translation>aéroport inconnu</translation>
    </message>
    <message>
        <source>unknown station</source>
        <translation>gare inconnue</translation>
    </message>
    <message>
        <source>several stations of that name</source>
        <translation>plusieurs gares de ce nom</translation>
    </message>
    <message>
        <source>same origin and destination</source>
        <translation>départ et arrivée identiques</translation>
    </message>
    <message>
        <source>too many cells</source>
        <translation>trop de cellules</translation>
    </message>
    <message>
        <source>too few cells</source>
        <translation>trop peu de cellules</translation>
    </message>
    <message>
        <source>missing column</source>
        <translation>colonne manquante</translation>
    </message>
    <message>
        <source>text cannot be read</source>
        <translation>texte illisible</translation>
    </message>
    <message>
        <source>invisible character</source>
        <translation>caractère invisible</translation>
    </message>
    <message>
        <source>text too long</source>
        <translation>texte trop long</translation>
    </message>
    <message>
        <source>error in the spreadsheet</source>
        <translation>erreur dans le tableur</translation>
    </message>
    <message>
        <source>formula not calculated</source>
        <translation>formule non calculée</translation>
    </message>
    <message>
        <source>row not filled in</source>
        <translation>ligne non remplie</translation>
    </message>
    <message>
        <source>unknown laboratory</source>
        <translation>laboratoire inconnu</translation>
    </message>
    <message>
        <source>not your laboratory</source>
        <translation>pas votre laboratoire</translation>
    </message>
    <message>
        <source>same row twice in the file</source>
        <translation>ligne en double dans le fichier</translation>
    </message>
    <message>
        <source>already imported</source>
        <translation>déjà importé</translation>
    </message>
    <message>
        <source>more hours than a week has</source>
        <translation>plus d’heures qu’une semaine</translation>
    </message>
    <message>
        <source>unusual quantity</source>
        <translation>quantité inhabituelle</translation>
    </message>
    <message>
        <source>cabin class assumed</source>
        <translation>classe supposée</translation>
    </message>
    <message>
        <source>own CO₂e value used</source>
        <translation>valeur CO₂e propre utilisée</translation>
    </message>
    <message>
        <source>year already published</source>
        <translation>année déjà publiée</translation>
    </message>
</context>
<context>
    <name>JobPanel</name>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Laboratoire</translation>
    </message>
    <message>
        <source>Reporting year</source>
        <translation>Année du bilan</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Dans le fichier</translation>
    </message>
    <message>
        <source>Committed</source>
        <translation>Validées</translation>
    </message>
    <message>
        <source>In error</source>
        <translation>En erreur</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>As of the undo.</source>
        <translation>État à l’annulation.</translation>
    </message>
    <message>
        <source>As of the commit.</source>
        <translation>État à la validation.</translation>
    </message>
    <message>
        <source>None of its activities are left.</source>
        <translation>Il ne reste aucune de ses activités.</translation>
    </message>
    <message numerus="yes">
        <source>Today, for the %n activities left.</source>
        <translation>
            <numerusform>Aujourd’hui, pour la seule activité restante.</numerusform>
            <numerusform>Aujourd’hui, pour les %n activités restantes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Today, the same as at the commit.</source>
        <translation>Aujourd’hui, comme à la validation.</translation>
    </message>
    <message numerus="yes">
        <source>Today, for %n activities. At the commit it was %1 for %2: since then activities or factors were changed.</source>
        <translation>
            <numerusform>Aujourd’hui, pour %n activité. À la validation, c’était %1 pour %2&#xa0;: depuis, des activités ou des facteurs ont été modifiés.</numerusform>
            <numerusform>Aujourd’hui, pour %n activités. À la validation, c’était %1 pour %2&#xa0;: depuis, des activités ou des facteurs ont été modifiés.</numerusform>
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
        <translation>Nom</translation>
    </message>
    <message>
        <source>Faculty</source>
        <translation>Faculté</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Votre rôle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivé</translation>
    </message>
    <message>
        <source>active</source>
        <translation>actif</translation>
    </message>
</context>
<context>
    <name>LabForm</name>
    <message>
        <source>Edit laboratory</source>
        <translation>Modifier le laboratoire</translation>
    </message>
    <message>
        <source>New laboratory</source>
        <translation>Nouveau laboratoire</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Faculty</source>
        <translation>&amp;Faculté</translation>
    </message>
    <message>
        <source>&amp;Members</source>
        <translation>&amp;Membres</translation>
    </message>
    <message>
        <source>SCIPER numbers of six digits, one per line.</source>
        <translation>Numéros SCIPER à six chiffres, un par ligne.</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Enregistrer les modifications</translation>
    </message>
    <message>
        <source>Create laboratory</source>
        <translation>Créer le laboratoire</translation>
    </message>
    <message>
        <source>A laboratory needs a code and a name. Fill in both.</source>
        <translation>Un laboratoire a besoin d’un code et d’un nom. Remplissez les deux.</translation>
    </message>
    <message>
        <source>“%1” is not a SCIPER number. Write six digits, e.g. 123456.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas un numéro SCIPER. Écrivez six chiffres, p. ex. 123456.</translation>
    </message>
</context>
<context>
    <name>LabPanel</name>
    <message>
        <source>Show its activities</source>
        <translation>Afficher ses activités</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Faculty</source>
        <translation>Faculté</translation>
    </message>
    <message>
        <source>Your role</source>
        <translation>Votre rôle</translation>
    </message>
    <message>
        <source>Members (SCIPER)</source>
        <translation>Membres (SCIPER)</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>aucun pour l’instant</translation>
    </message>
    <message>
        <source>Who may work here</source>
        <translation>Qui peut travailler ici</translation>
    </message>
    <message>
        <source>Only the laboratory&apos;s administrators may do this.</source>
        <translation>Seule l’administration du laboratoire peut faire cela.</translation>
    </message>
    <message>
        <source>Only administrators may delete a laboratory.</source>
        <translation>Seule l’administration peut supprimer un laboratoire.</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Sortir des archives</translation>
    </message>
</context>
<context>
    <name>LabWork</name>
    <message>
        <source>%1 was saved.</source>
        <translation>%1 a été enregistré.</translation>
    </message>
    <message>
        <source>Published years are among them: %1.</source>
        <translation>Des années publiées en font partie&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Supprimer %1&#xa0;?</translation>
    </message>
    <message>
        <source>With it go %1 and %2, for good. Archiving keeps them out of sight instead.</source>
        <translation>%1 et %2 disparaissent avec lui, définitivement. L’archivage les garde hors de vue.</translation>
    </message>
    <message numerus="yes">
        <source>%n activities</source>
        <translation>
            <numerusform>%n activité</numerusform>
            <numerusform>%n activités</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imports</source>
        <translation>
            <numerusform>%n import</numerusform>
            <numerusform>%n imports</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete laboratory</source>
        <translation>Supprimer le laboratoire</translation>
    </message>
    <message>
        <source>Type the code of the laboratory to confirm:</source>
        <translation>Tapez le code du laboratoire pour confirmer&#xa0;:</translation>
    </message>
    <message>
        <source>Deleting the laboratory…</source>
        <translation>Suppression du laboratoire…</translation>
    </message>
    <message numerus="yes">
        <source>The laboratory and %n activities were deleted.</source>
        <translation>
            <numerusform>Le laboratoire et %n activité ont été supprimés.</numerusform>
            <numerusform>Le laboratoire et %n activités ont été supprimés.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Labelled</name>
    <message>
        <source>: </source>
        <translation>&#xa0;: </translation>
    </message>
</context>
<context>
    <name>LabsPage</name>
    <message>
        <source>Labs</source>
        <translation>Laboratoires</translation>
    </message>
    <message>
        <source>Search code and name</source>
        <translation>Chercher code et nom</translation>
    </message>
    <message>
        <source>New laboratory</source>
        <translation>Nouveau laboratoire</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>&amp;Faculty</source>
        <translation>&amp;Faculté</translation>
    </message>
    <message>
        <source>Archived too</source>
        <translation>Archivés aussi</translation>
    </message>
    <message>
        <source>Export laboratories</source>
        <translation>Exporter les laboratoires</translation>
    </message>
    <message numerus="yes">
        <source>%n laboratories were exported.</source>
        <translation>
            <numerusform>%n laboratoire a été exporté.</numerusform>
            <numerusform>%n laboratoires ont été exportés.</numerusform>
        </translation>
    </message>
    <message>
        <source>No laboratory here</source>
        <translation>Aucun laboratoire ici</translation>
    </message>
    <message>
        <source>What is a laboratory?</source>
        <translation>Qu’est-ce qu’un laboratoire&#xa0;?</translation>
    </message>
    <message>
        <source>All faculties</source>
        <translation>Toutes les facultés</translation>
    </message>
    <message numerus="yes">
        <source>%n laboratories</source>
        <translation>
            <numerusform>%n laboratoire</numerusform>
            <numerusform>%n laboratoires</numerusform>
        </translation>
    </message>
    <message>
        <source>Laboratories hold the activities. Create one to begin.</source>
        <translation>Les laboratoires contiennent les activités. Créez-en un pour commencer.</translation>
    </message>
    <message>
        <source>No laboratory fits</source>
        <translation>Aucun laboratoire ne correspond</translation>
    </message>
</context>
<context>
    <name>LineagePanel</name>
    <message>
        <source>Where it comes from</source>
        <translation>D’où elle vient</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>Comme dans le fichier</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Laboratoire</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Quantité</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>%1 (factor %2)</source>
        <translation>%1 (facteur %2)</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Facteur</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>saisie à la main</translation>
    </message>
    <message>
        <source>Added by</source>
        <translation>Ajoutée par</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>Modifiée par</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>This connection is not protected fully: somebody in between could read or change what is sent.</source>
        <translation>Cette connexion n’est pas entièrement protégée&#xa0;: quelqu’un entre les deux pourrait lire ou modifier ce qui est envoyé.</translation>
    </message>
    <message>
        <source>Change the connection…</source>
        <translation>Modifier la connexion…</translation>
    </message>
    <message>
        <source>Others have changed data since this was read; what you see may be out of date.</source>
        <translation>D’autres ont modifié des données depuis la lecture&#xa0;; ce qui s’affiche n’est peut-être plus à jour.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
</context>
<context>
    <name>MappingTab</name>
    <message>
        <source>&amp;Fields: drop a column on one, or press Enter on it</source>
        <translation>&amp;Champs&#xa0;: déposez-y une colonne, ou appuyez sur Entrée</translation>
    </message>
    <message>
        <source>Each column of the file is matched to a field. Change what is not right; columns without a field are kept with the row and otherwise left alone.</source>
        <translation>Chaque colonne du fichier est associée à un champ. Corrigez ce qui n’est pas juste&#xa0;; les colonnes sans champ sont gardées avec la ligne, sans autre effet.</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Dans le fichier</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Exemples</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>Certitude</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>A&amp;ller à</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ai&amp;de</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n en attente</numerusform>
            <numerusform>%1, %n en attente</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Labs</source>
        <translation>Laboratoires</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Imports</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Activités</translation>
    </message>
    <message>
        <source>Factors</source>
        <translation>Facteurs</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
</context>
<context>
    <name>Packs</name>
    <message>
        <source>Take offline</source>
        <translation>Emporter hors ligne</translation>
    </message>
    <message>
        <source>Packs for work offline (*.co2pack)</source>
        <translation>Paquets pour le travail hors ligne (*.co2pack)</translation>
    </message>
    <message>
        <source>Packing…</source>
        <translation>Préparation du paquet…</translation>
    </message>
    <message>
        <source>%1 holds %2 and %3 as of %4. When the database cannot be reached, files are checked against the newest pack on this computer and kept as drafts, to be committed later.</source>
        <translation>%1 contient %2 et %3, état du %4. Quand la base de données est injoignable, les fichiers sont vérifiés avec le paquet le plus récent de cet ordinateur et gardés comme brouillons, à valider plus tard.</translation>
    </message>
    <message numerus="yes">
        <source>%n laboratories</source>
        <translation>
            <numerusform>%n laboratoire</numerusform>
            <numerusform>%n laboratoires</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n emission factors</source>
        <translation>
            <numerusform>%n facteur d’émission</numerusform>
            <numerusform>%n facteurs d’émission</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The database answers again. What you did last was cut off: look whether it is done, and do it once more if it is not.</source>
        <translation>La base de données répond à nouveau. Votre dernière action a été interrompue&#xa0;: vérifiez si elle est faite et recommencez-la sinon.</translation>
    </message>
    <message>
        <source>The database answers again. %1</source>
        <translation>La base de données répond de nouveau. %1</translation>
    </message>
    <message>
        <source>Now you can try again.</source>
        <translation>Vous pouvez réessayer maintenant.</translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message>
        <source>Search name, e-mail, SCIPER</source>
        <translation>Chercher nom, e-mail, SCIPER</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>SCIPER</source>
        <translation>SCIPER</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>active</source>
        <translation>actif</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inactif</translation>
    </message>
    <message>
        <source>People and roles</source>
        <translation>Personnes et rôles</translation>
    </message>
    <message>
        <source>New person…</source>
        <translation>Nouvelle personne…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rôle</translation>
    </message>
    <message>
        <source>&amp;in</source>
        <translation>&amp;dans</translation>
    </message>
    <message>
        <source>Give this role</source>
        <translation>Donner ce rôle</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Le retirer</translation>
    </message>
    <message>
        <source>all laboratories</source>
        <translation>tous les laboratoires</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is now: %2</source>
        <translation>%1 est maintenant&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Edit a person</source>
        <translation>Modifier une personne</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Nouvelle personne</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>Cou&amp;rriel</translation>
    </message>
    <message>
        <source>&amp;SCIPER</source>
        <translation>&amp;SCIPER</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>&amp;Identifiant</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rôle</translation>
    </message>
    <message>
        <source>&amp;in</source>
        <translation>&amp;dans</translation>
    </message>
    <message>
        <source>all laboratories</source>
        <translation>tous les laboratoires</translation>
    </message>
    <message>
        <source>&amp;May log in</source>
        <translation>&amp;Peut se connecter</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Enregistrer les modifications</translation>
    </message>
    <message>
        <source>Add the person</source>
        <translation>Ajouter la personne</translation>
    </message>
    <message>
        <source>Nobody else can reach the database of this computer, so the login may stay empty: the person then stands in the lists only.</source>
        <translation>Personne d’autre n’accède à la base de cet ordinateur&#xa0;; l’identifiant peut rester vide&#xa0;: la personne ne figure alors que dans les listes.</translation>
    </message>
    <message>
        <source>A login on the database server is made with a first password, which you are shown once, to hand over.</source>
        <translation>Un identifiant est créé sur le serveur avec un premier mot de passe, qui vous est montré une fois, à transmettre.</translation>
    </message>
    <message>
        <source>Write an e-mail address, e.g. ada@example.org, or leave it empty.</source>
        <translation>Écrivez une adresse, p. ex. ada@example.org, ou laissez vide.</translation>
    </message>
    <message>
        <source>Write six digits, e.g. 123456, or leave it empty.</source>
        <translation>Écrivez six chiffres, p. ex. 123456, ou laissez vide.</translation>
    </message>
    <message>
        <source>Write the name of the person.</source>
        <translation>Écrivez le nom de la personne.</translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>By category</source>
        <translation>Par catégorie</translation>
    </message>
    <message numerus="yes">
        <source>(+ %n without CO₂e)</source>
        <translation>
            <numerusform>(+ %n sans CO₂e)</numerusform>
            <numerusform>(+ %n sans CO₂e)</numerusform>
        </translation>
    </message>
    <message>
        <source>CO₂e by category</source>
        <translation>CO₂e par catégorie</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems, by kind</source>
        <translation>Problèmes, par genre</translation>
    </message>
    <message>
        <source>Fix all…</source>
        <translation>Tout corriger…</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Ligne %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… et %n autre</numerusform>
            <numerusform>… et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Publishing</name>
    <message>
        <source>Reopen the year…</source>
        <translation>Rouvrir l’année…</translation>
    </message>
    <message>
        <source>Publish the year…</source>
        <translation>Publier l’année…</translation>
    </message>
    <message>
        <source>Choose a laboratory and a year first.</source>
        <translation>Choisissez d’abord un laboratoire et une année.</translation>
    </message>
    <message>
        <source>Only administrators may reopen a published year.</source>
        <translation>Seule l’administration peut rouvrir une année publiée.</translation>
    </message>
    <message>
        <source>Only the laboratory&apos;s administrators may do this.</source>
        <translation>Seule l’administration du laboratoire peut faire cela.</translation>
    </message>
    <message>
        <source>Reopen %1 of %2?</source>
        <translation>Rouvrir %1 de %2&#xa0;?</translation>
    </message>
    <message>
        <source>Its activities can be changed again, and what was published with them.</source>
        <translation>Ses activités peuvent de nouveau changer, et avec elles ce qui est publié.</translation>
    </message>
    <message>
        <source>Reopen the year</source>
        <translation>Rouvrir l’année</translation>
    </message>
    <message>
        <source>Publish %1 of %2?</source>
        <translation>Publier %1 de %2&#xa0;?</translation>
    </message>
    <message>
        <source>Its activities can then no longer be changed, imported or taken back, until an administrator reopens the year.</source>
        <translation>Ses activités ne peuvent alors plus être modifiées, importées ou reprises, jusqu’à ce que l’administration rouvre l’année.</translation>
    </message>
    <message>
        <source>Publish the year</source>
        <translation>Publier l’année</translation>
    </message>
    <message>
        <source>%1 is open again.</source>
        <translation>%1 est rouverte.</translation>
    </message>
    <message>
        <source>%1 is published.</source>
        <translation>%1 est publiée.</translation>
    </message>
</context>
<context>
    <name>ReadingBar</name>
    <message>
        <source>Read the column so</source>
        <translation>Lire la colonne ainsi</translation>
    </message>
    <message>
        <source>In column %1, “%2” is</source>
        <translation>Dans la colonne %1, «&#xa0;%2&#xa0;» est</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Recent &amp;files</source>
        <translation>Fichiers récen&amp;ts</translation>
    </message>
</context>
<context>
    <name>RememberedTab</name>
    <message>
        <source>Remembered columns and words</source>
        <translation>Colonnes et mots mémorisés</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>For&amp;get</source>
        <translation>&amp;Oublier</translation>
    </message>
    <message>
        <source>What earlier imports of this laboratory said of columns and words. It is used for every file of this kind; activities that are there already stay as they are.</source>
        <translation>Ce que des imports précédents de ce laboratoire ont dit des colonnes et des mots. Cela sert pour chaque fichier de ce type&#xa0;; les activités déjà présentes restent comme elles sont.</translation>
    </message>
    <message>
        <source>This is kept in the database; choose a laboratory while it answers.</source>
        <translation>Ceci est gardé dans la base de données&#xa0;; choisissez un laboratoire quand elle répond.</translation>
    </message>
    <message>
        <source>Nothing is remembered yet; it comes with the first commit.</source>
        <translation>Rien n’est encore mémorisé&#xa0;; cela vient avec la première validation.</translation>
    </message>
</context>
<context>
    <name>ReplaceBar</name>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Remplacer</translation>
    </message>
    <message>
        <source>&amp;by</source>
        <translation>&amp;par</translation>
    </message>
    <message>
        <source>&amp;in</source>
        <translation>&amp;dans</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Tout remplacer</translation>
    </message>
    <message>
        <source>all columns</source>
        <translation>toutes les colonnes</translation>
    </message>
</context>
<context>
    <name>ResultColumns</name>
    <message>
        <source>Laboratory</source>
        <translation>Laboratoire</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Catégorie</translation>
    </message>
    <message>
        <source>kg CO₂e</source>
        <translation>kg CO₂e</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Activités</translation>
    </message>
    <message>
        <source>Without CO₂e</source>
        <translation>Sans CO₂e</translation>
    </message>
</context>
<context>
    <name>ResultFilters</name>
    <message>
        <source>&amp;Laboratory</source>
        <translation>&amp;Laboratoire</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Année</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Publish the year…</source>
        <translation>Publier l’année…</translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation>Rapport en PDF…</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Graphiques</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Nothing to add up yet</source>
        <translation>Rien à additionner pour l’instant</translation>
    </message>
    <message>
        <source>Once activities are in the database, their CO₂e is added up here.</source>
        <translation>Dès que des activités sont dans la base de données, leur CO₂e est additionné ici.</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Importer un fichier…</translation>
    </message>
    <message>
        <source>How is CO₂e computed?</source>
        <translation>Comment le CO₂e est-il calculé&#xa0;?</translation>
    </message>
    <message>
        <source>No activities here</source>
        <translation>Aucune activité ici</translation>
    </message>
    <message>
        <source>Choose another laboratory or year.</source>
        <translation>Choisissez un autre laboratoire ou une autre année.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Choose a laboratory and a year first.</source>
        <translation>Choisissez d’abord un laboratoire et une année.</translation>
    </message>
    <message numerus="yes">
        <source>%n activities without CO₂e</source>
        <translation>
            <numerusform>%n activité sans CO₂e</numerusform>
            <numerusform>%n activités sans CO₂e</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n activities</source>
        <translation>
            <numerusform>%n activité</numerusform>
            <numerusform>%n activités</numerusform>
        </translation>
    </message>
    <message>
        <source>The charts are in %1.</source>
        <translation>Les graphiques sont dans %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another folder or name.</source>
        <translation>%1 ne peut pas être écrit. Choisissez un autre dossier ou nom.</translation>
    </message>
    <message>
        <source>Report of a year as PDF</source>
        <translation>Rapport d’une année en PDF</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Écriture du rapport…</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Le rapport est dans %1.</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>Exporter les résultats</translation>
    </message>
    <message numerus="yes">
        <source>%n lines were exported.</source>
        <translation>
            <numerusform>%n ligne a été exportée.</numerusform>
            <numerusform>%n lignes ont été exportées.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>kg CO₂e</source>
        <translation>kg CO₂e</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>prête</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>avertissement</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>non remplie</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ignorée</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Avertissements</translation>
    </message>
    <message>
        <source>Not filled in</source>
        <translation>Non remplies</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignorées</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>Find in all columns</source>
        <translation>Chercher dans toutes les colonnes</translation>
    </message>
</context>
<context>
    <name>ReviewGrid</name>
    <message>
        <source>Rows of the file</source>
        <translation>Lignes du fichier</translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n prête</numerusform>
            <numerusform>%n prêtes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in error</source>
        <translation>
            <numerusform>%n en erreur</numerusform>
            <numerusform>%n en erreur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a warning</source>
        <translation>
            <numerusform>%n avec avertissement</numerusform>
            <numerusform>%n avec avertissement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicates</source>
        <translation>
            <numerusform>%n doublon</numerusform>
            <numerusform>%n doublons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n ignorée</numerusform>
            <numerusform>%n ignorées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unfilled</source>
        <translation>
            <numerusform>%n non remplie</numerusform>
            <numerusform>%n non remplies</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ready to commit</source>
        <translation>%1 prêts à valider</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Checking every row…</source>
        <translation>Contrôle de chaque ligne…</translation>
    </message>
    <message>
        <source>No errors and no warnings are left.</source>
        <translation>Il ne reste ni erreur ni avertissement.</translation>
    </message>
    <message numerus="yes">
        <source>%n pasted rows did not fit below the last row and were left out.</source>
        <translation>
            <numerusform>%n ligne collée dépassait la dernière ligne et a été laissée de côté.</numerusform>
            <numerusform>%n lignes collées dépassaient la dernière ligne et ont été laissées de côté.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewSide</name>
    <message>
        <source>Commit rows without a factor too</source>
        <translation>Valider aussi les lignes sans facteur</translation>
    </message>
    <message>
        <source>Their CO₂e is then stored as missing and shown as such, never as 0.</source>
        <translation>Leur CO₂e est alors enregistré et montré comme manquant, jamais comme 0.</translation>
    </message>
    <message>
        <source>Find factors for these codes…</source>
        <translation>Trouver des facteurs pour ces codes…</translation>
    </message>
    <message>
        <source>In step 2 each code is given a factor once, for all of its rows.</source>
        <translation>À l’étape 2, chaque code reçoit un facteur une fois, pour toutes ses lignes.</translation>
    </message>
    <message>
        <source>Fi&amp;x all…</source>
        <translation>Tout &amp;corriger…</translation>
    </message>
    <message>
        <source>Give one answer to all cells with the same problem, or skip their rows.</source>
        <translation>Donner une réponse à toutes les cellules avec le même problème, ou ignorer leurs lignes.</translation>
    </message>
    <message>
        <source>&amp;Problems</source>
        <translation>&amp;Problèmes</translation>
    </message>
</context>
<context>
    <name>SessionWork</name>
    <message>
        <source>Stop its statement</source>
        <translation>Arrêter son instruction</translation>
    </message>
    <message>
        <source>End the session…</source>
        <translation>Terminer la session…</translation>
    </message>
    <message>
        <source>Choose a waiting session in the list first.</source>
        <translation>Choisissez d’abord une session en attente dans la liste.</translation>
    </message>
    <message>
        <source>End session %1?</source>
        <translation>Terminer la session %1&#xa0;?</translation>
    </message>
    <message>
        <source>Whatever it has not committed is gone; the person is told to connect again.</source>
        <translation>Ce qu’elle n’a pas validé est perdu&#xa0;; la personne devra se reconnecter.</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>Terminer la session</translation>
    </message>
    <message>
        <source>The statement was stopped.</source>
        <translation>L’instruction a été arrêtée.</translation>
    </message>
    <message>
        <source>The session was ended.</source>
        <translation>La session a été terminée.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;Numbers and dates</source>
        <translation>&amp;Nombres et dates</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Language and numbers change when co2desk is started again.</source>
        <translation>La langue et les nombres changent au prochain démarrage de co2desk.</translation>
    </message>
    <message>
        <source>Tell me of &amp;newer versions</source>
        <translation>Me signaler les &amp;nouvelles versions</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>Enregistrer les réglages</translation>
    </message>
    <message>
        <source>Set by the administrator of this computer.</source>
        <translation>Fixé par l’administrateur de cet ordinateur.</translation>
    </message>
    <message>
        <source>Asked for once a day; nothing about you is sent.</source>
        <translation>Demandé une fois par jour&#xa0;; rien sur vous n’est envoyé.</translation>
    </message>
</context>
<context>
    <name>SkipBar</name>
    <message numerus="yes">
        <source>Skip these %n rows</source>
        <translation>
            <numerusform>Ignorer cette ligne</numerusform>
            <numerusform>Ignorer ces %n lignes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceChoices</name>
    <message>
        <source>&amp;Kind of data</source>
        <translation>&amp;Type de données</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>&amp;Feuille</translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation>&amp;Encodage</translation>
    </message>
    <message>
        <source>&amp;Delimiter</source>
        <translation>&amp;Séparateur</translation>
    </message>
    <message>
        <source>&amp;Quotation mark</source>
        <translation>&amp;Guillemet</translation>
    </message>
    <message>
        <source>Decimal &amp;mark</source>
        <translation>&amp;Marque décimale</translation>
    </message>
    <message>
        <source>&amp;Header row</source>
        <translation>Ligne d’en-&amp;tête</translation>
    </message>
    <message>
        <source>Com&amp;pare…</source>
        <translation>Com&amp;parer…</translation>
    </message>
    <message>
        <source>Show how the file looks in each encoding, side by side</source>
        <translation>Montrer le fichier dans chaque encodage, côte à côte</translation>
    </message>
    <message>
        <source>%1 (hidden)</source>
        <translation>%1 (masquée)</translation>
    </message>
    <message>
        <source>no header</source>
        <translation>sans en-tête</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>%1 (found)</source>
        <translation>%1 (détecté)</translation>
    </message>
    <message>
        <source>decided per column</source>
        <translation>selon la colonne</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>tabulation</translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation>virgule ,</translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation>point-virgule&#xa0;;</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>barre |</translation>
    </message>
    <message>
        <source>colon :</source>
        <translation>deux-points&#xa0;:</translation>
    </message>
    <message>
        <source>point .</source>
        <translation>point .</translation>
    </message>
    <message>
        <source>double &quot;</source>
        <translation>double &quot;</translation>
    </message>
    <message>
        <source>single &apos;</source>
        <translation>simple &apos;</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>Which file do you want to import?</source>
        <translation>Quel fichier voulez-vous importer&#xa0;?</translation>
    </message>
    <message>
        <source>Drop a CSV or Excel file here, or paste rows copied from a spreadsheet (Ctrl+V). Nothing is written until you commit.</source>
        <translation>Déposez ici un fichier CSV ou Excel, ou collez des lignes copiées d’un tableur (Ctrl+V). Rien n’est écrit avant votre validation.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Choose a laboratory…</source>
        <translation>Choisir un laboratoire…</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Choisir un autre fichier…</translation>
    </message>
    <message>
        <source>&amp;Laboratory</source>
        <translation>&amp;Laboratoire</translation>
    </message>
    <message>
        <source>Reporting &amp;year</source>
        <translation>&amp;Année du bilan</translation>
    </message>
    <message>
        <source>How the file was read</source>
        <translation>Comment le fichier a été lu</translation>
    </message>
    <message>
        <source>The first rows as they were read</source>
        <translation>Les premières lignes telles que lues</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n ligne</numerusform>
            <numerusform>%n lignes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n columns</source>
        <translation>
            <numerusform>, %n colonne</numerusform>
            <numerusform>, %n colonnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Found and left out: %1</source>
        <translation>Trouvé et laissé de côté&#xa0;: %1</translation>
    </message>
    <message>
        <source>the way to read it was clear</source>
        <translation>la manière de le lire était claire</translation>
    </message>
    <message>
        <source>please look whether the preview below is right</source>
        <translation>vérifiez l’aperçu ci-dessous</translation>
    </message>
    <message>
        <source>the way to read it is a guess: compare the preview below with the file</source>
        <translation>la manière de le lire est incertaine&#xa0;: comparez l’aperçu ci-dessous avec le fichier</translation>
    </message>
    <message>
        <source>Choose a year…</source>
        <translation>Choisir une année…</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Lecture du fichier…</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Start</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importer un fichier</translation>
    </message>
    <message>
        <source>Drop a CSV or Excel file anywhere on this window. Every row is checked and nothing is written before you say so.</source>
        <translation>Déposez un fichier CSV ou Excel n’importe où dans cette fenêtre. Chaque ligne est contrôlée et rien n’est écrit sans votre accord.</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Importer un fichier…</translation>
    </message>
    <message>
        <source>Try it with the sample file</source>
        <translation>Essayer avec le fichier d’exemple</translation>
    </message>
    <message>
        <source>Go on where you were</source>
        <translation>Reprendre où vous en étiez</translation>
    </message>
    <message>
        <source>Rows that wait for a correction</source>
        <translation>Lignes qui attendent une correction</translation>
    </message>
    <message>
        <source>Latest imports</source>
        <translation>Derniers imports</translation>
    </message>
    <message>
        <source>All imports</source>
        <translation>Tous les imports</translation>
    </message>
    <message>
        <source>CO₂e by year</source>
        <translation>CO₂e par année</translation>
    </message>
    <message>
        <source>Show the results</source>
        <translation>Afficher les résultats</translation>
    </message>
    <message numerus="yes">
        <source>%n rows in error</source>
        <translation>
            <numerusform>%n ligne en erreur</numerusform>
            <numerusform>%n lignes en erreur</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation>Rien n’a encore été importé.</translation>
    </message>
    <message>
        <source>Totals appear here once activities are in the database.</source>
        <translation>Les totaux apparaissent ici dès que des activités sont dans la base de données.</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Starting the database…</source>
        <translation>Démarrage de la base de données…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>Offline: the database does not answer</source>
        <translation>Hors ligne&#xa0;: la base de données ne répond pas</translation>
    </message>
    <message>
        <source>no role</source>
        <translation>aucun rôle</translation>
    </message>
    <message>
        <source>Database on this computer</source>
        <translation>Base de données sur cet ordinateur</translation>
    </message>
    <message>
        <source> (not encrypted)</source>
        <translation> (non chiffré)</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>lecture seule</translation>
    </message>
    <message>
        <source>Not connected yet</source>
        <translation>Pas encore connecté</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>still to do</source>
        <translation>à faire</translation>
    </message>
    <message>
        <source>you are here</source>
        <translation>vous êtes ici</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fait</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>demande votre attention</translation>
    </message>
</context>
<context>
    <name>TaskPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>TaskProgress</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Save an empty template</source>
        <translation>Enregistrer un modèle vide</translation>
    </message>
    <message>
        <source>&amp;Kind of data</source>
        <translation>&amp;Type de données</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>L&amp;aboratory</source>
        <translation>L&amp;aboratoire</translation>
    </message>
    <message>
        <source>any</source>
        <translation>n’importe lequel</translation>
    </message>
    <message>
        <source>Save the template…</source>
        <translation>Enregistrer le modèle…</translation>
    </message>
    <message>
        <source>An Excel table with the right columns, drop-downs and an example row. Filled in, it can be imported as it is.</source>
        <translation>Un tableau Excel avec les bonnes colonnes, des listes de choix et une ligne d’exemple. Rempli, il s’importe tel quel.</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Save an empty template</source>
        <translation>Enregistrer un modèle vide</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Classeur Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Writing the template…</source>
        <translation>Écriture du modèle…</translation>
    </message>
    <message>
        <source>The template is in %1. Filled in, it can be imported as it is.</source>
        <translation>Le modèle est dans %1. Rempli, il s’importe tel quel.</translation>
    </message>
</context>
<context>
    <name>TitledDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>What the trial found</source>
        <translation>Ce que l’essai a montré</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>Careful</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
</context>
<context>
    <name>UndoWords</name>
    <message>
        <source>Undo this import?</source>
        <translation>Annuler cet import&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>The %n activities of “%1” are taken out again. Those that someone edited since are kept and named.</source>
        <translation>
            <numerusform>La seule activité de «&#xa0;%1&#xa0;» est retirée. Si quelqu’un l’a modifiée depuis, elle est gardée et nommée.</numerusform>
            <numerusform>Les %n activités de «&#xa0;%1&#xa0;» sont retirées. Celles que quelqu’un a modifiées depuis sont gardées et nommées.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Annuler l’import</translation>
    </message>
    <message>
        <source>Show what was kept</source>
        <translation>Montrer ce qui a été gardé</translation>
    </message>
    <message numerus="yes">
        <source>%n activities were removed.</source>
        <translation>
            <numerusform>%n activité a été retirée.</numerusform>
            <numerusform>%n activités ont été retirées.</numerusform>
        </translation>
    </message>
    <message>
        <source>This import was undone already.</source>
        <translation>Cet import était déjà annulé.</translation>
    </message>
    <message>
        <source>Nothing was left to remove.</source>
        <translation>Il ne restait rien à retirer.</translation>
    </message>
    <message numerus="yes">
        <source>%n were kept because their year is published.</source>
        <translation>
            <numerusform>%n a été gardée car son année est publiée.</numerusform>
            <numerusform>%n ont été gardées car leur année est publiée.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were kept because %1 edited them since.</source>
        <translation>
            <numerusform>%n a été gardée car %1 l’a modifiée depuis.</numerusform>
            <numerusform>%n ont été gardées car %1 les a modifiées depuis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were kept because someone edited them since.</source>
        <translation>
            <numerusform>%n a été gardée car quelqu’un l’a modifiée depuis.</numerusform>
            <numerusform>%n ont été gardées car quelqu’un les a modifiées depuis.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>%1 is encrypted</source>
        <translation>%1 est chiffrée</translation>
    </message>
    <message>
        <source>P&amp;assphrase</source>
        <translation>Phrase s&amp;ecrète</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation>Fichier de &amp;clé</translation>
    </message>
    <message>
        <source>&amp;Choose the key file…</source>
        <translation>C&amp;hoisir le fichier de clé…</translation>
    </message>
    <message>
        <source>Open the backup</source>
        <translation>Ouvrir la sauvegarde</translation>
    </message>
    <message>
        <source>Choose the key file</source>
        <translation>Choisir le fichier de clé</translation>
    </message>
    <message>
        <source>Without it the backup cannot be opened.</source>
        <translation>Sans cela, la sauvegarde ne s’ouvre pas.</translation>
    </message>
</context>
<context>
    <name>UpdateNews</name>
    <message>
        <source>co2desk %1 is there; this is %2.</source>
        <translation>co2desk %1 est là&#xa0;; ceci est %2.</translation>
    </message>
    <message>
        <source>What is new…</source>
        <translation>Les nouveautés…</translation>
    </message>
</context>
<context>
    <name>UpgradeOffer</name>
    <message>
        <source>Bring the database up to date?</source>
        <translation>Mettre la base de données à jour&#xa0;?</translation>
    </message>
    <message>
        <source>As its administrator you can do that here. A backup is made first; others who work on the database need the newer program afterwards.</source>
        <translation>Si vous l’administrez, vous pouvez le faire ici. Une sauvegarde est faite d’abord&#xa0;; les autres personnes auront ensuite besoin du nouveau programme.</translation>
    </message>
    <message>
        <source>Back up and bring up to date</source>
        <translation>Sauvegarder et mettre à jour</translation>
    </message>
    <message>
        <source>Bringing the database up to date…</source>
        <translation>Mise à jour de la base de données…</translation>
    </message>
</context>
<context>
    <name>ViewMenu</name>
    <message>
        <source>Save this view…</source>
        <translation>Enregistrer cette vue…</translation>
    </message>
    <message>
        <source>Forget a view</source>
        <translation>Oublier une vue</translation>
    </message>
</context>
<context>
    <name>ViewNameDialog</name>
    <message>
        <source>Save this view</source>
        <translation>Enregistrer cette vue</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Enregistrer la vue</translation>
    </message>
    <message>
        <source>Its filters, columns and order are kept on this computer under a name.</source>
        <translation>Ses filtres, ses colonnes et son ordre sont gardés sur cet ordinateur sous un nom.</translation>
    </message>
    <message>
        <source>A view of this name is there already; it will be replaced.</source>
        <translation>Une vue de ce nom existe déjà&#xa0;; elle sera remplacée.</translation>
    </message>
</context>
<context>
    <name>WaitingView</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>Connexions…</translation>
    </message>
    <message>
        <source>Starting the database…</source>
        <translation>Démarrage de la base de données…</translation>
    </message>
    <message>
        <source>The first start takes a few seconds; after that it is quicker.</source>
        <translation>Le premier démarrage prend quelques secondes&#xa0;; ensuite, c’est plus rapide.</translation>
    </message>
    <message>
        <source>Files can be prepared without it, and stay drafts until it is back.</source>
        <translation>Des fichiers peuvent être préparés sans elle&#xa0;; ils restent des brouillons jusqu’à son retour.</translation>
    </message>
    <message>
        <source>The database cannot be used</source>
        <translation>La base de données ne peut pas être utilisée</translation>
    </message>
</context>
<context>
    <name>WayOn</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>Commit %n rows</source>
        <translation>
            <numerusform>Valider %n ligne</numerusform>
            <numerusform>Valider %n lignes</numerusform>
        </translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Suite&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>WindowNotes</name>
    <message>
        <source>This is the sample file; its figures are invented. Go through the four steps: nothing is written before the last one, and the import can be undone after it.</source>
        <translation>Voici le fichier d’exemple&#xa0;; ses chiffres sont inventés. Parcourez les quatre étapes&#xa0;: rien n’est écrit avant la dernière, et l’import peut ensuite être annulé.</translation>
    </message>
    <message>
        <source>Import it again</source>
        <translation>L’importer à nouveau</translation>
    </message>
    <message>
        <source>Compare encodings…</source>
        <translation>Comparer les encodages…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The annotated copy was saved as %1. Correct it there and import it again, or go on here.</source>
        <translation>La copie annotée a été enregistrée sous %1. Corrigez-la là-bas et importez-la à nouveau, ou continuez ici.</translation>
    </message>
    <message>
        <source>A copy of this draft was saved as %1. Whoever opens it goes on where you are; here it stays as well.</source>
        <translation>Une copie de ce brouillon a été enregistrée sous %1. Qui l’ouvre continue là où vous êtes&#xa0;; ici, il reste aussi.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Annulé. Rien n’a été écrit.</translation>
    </message>
</context>
<context>
    <name>WordTables</name>
    <message>
        <source>Field</source>
        <translation>Champ</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>Dans le fichier</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Signifie</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Connu</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>said by you</source>
        <translation>dit par vous</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>comme la dernière fois</translation>
    </message>
    <message>
        <source>known</source>
        <translation>connu</translation>
    </message>
    <message>
        <source>kept as written</source>
        <translation>gardé tel quel</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Mot</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>non utilisée</translation>
    </message>
    <message>
        <source>choose…</source>
        <translation>choisir…</translation>
    </message>
    <message>
        <source>perhaps %1?</source>
        <translation>peut-être %1&#xa0;?</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>reader</source>
        <translation>lecteur</translation>
    </message>
    <message>
        <source>member</source>
        <translation>membre</translation>
    </message>
    <message>
        <source>laboratory administrator</source>
        <translation>administrateur de laboratoire</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrateur</translation>
    </message>
    <message>
        <source>travel</source>
        <translation>voyages</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>énergie</translation>
    </message>
    <message>
        <source>purchase</source>
        <translation>achats</translation>
    </message>
    <message>
        <source>service</source>
        <translation>services</translation>
    </message>
    <message>
        <source>own factor</source>
        <translation>facteur propre</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>committed</source>
        <translation>validé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>above the table</source>
        <translation>au-dessus du tableau</translation>
    </message>
    <message>
        <source>header</source>
        <translation>en-tête</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>below the table</source>
        <translation>sous le tableau</translation>
    </message>
    <message>
        <source>instruction</source>
        <translation>consigne</translation>
    </message>
    <message>
        <source>another table</source>
        <translation>autre tableau</translation>
    </message>
    <message>
        <source>repeated header</source>
        <translation>en-tête répété</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>lecture</translation>
    </message>
    <message>
        <source>checking rows</source>
        <translation>contrôle des lignes</translation>
    </message>
    <message>
        <source>writing rows</source>
        <translation>écriture des lignes</translation>
    </message>
    <message>
        <source>saving</source>
        <translation>enregistrement</translation>
    </message>
    <message>
        <source>— no factor</source>
        <translation>— sans facteur</translation>
    </message>
</context>
<context>
    <name>WordsTab</name>
    <message>
        <source>Words of the file and what they mean</source>
        <translation>Mots du fichier et ce qu’ils signifient</translation>
    </message>
    <message>
        <source>Say what it &amp;means…</source>
        <translation>Dire ce qu’il &amp;signifie…</translation>
    </message>
    <message>
        <source>Find a &amp;factor…</source>
        <translation>Chercher un &amp;facteur…</translation>
    </message>
    <message>
        <source>Take it &amp;back</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Say once what a word of the file means; it counts for every row with this word, and is remembered for the laboratory with the commit.</source>
        <translation>Dites une fois ce qu’un mot du fichier signifie&#xa0;; cela vaut pour chaque ligne avec ce mot et sera mémorisé pour le laboratoire avec la validation.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inconnus</translation>
    </message>
    <message>
        <source>All words</source>
        <translation>Tous les mots</translation>
    </message>
    <message>
        <source>This kind of file has no words that could be unknown.</source>
        <translation>Ce type de fichier n’a pas de mots qui pourraient être inconnus.</translation>
    </message>
    <message>
        <source>Every word of the file is known.</source>
        <translation>Chaque mot du fichier est connu.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… et %n de plus</numerusform>
            <numerusform>… et %n de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorklistWindow</name>
    <message>
        <source>Worklist of %1</source>
        <translation>Liste à corriger de %1</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui ne va pas</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Check and commit corrected rows</source>
        <translation>Contrôler et valider les lignes corrigées</translation>
    </message>
    <message>
        <source>These rows were not committed. Correct their cells; rows that are right then join the same import, the others stay here.</source>
        <translation>Ces lignes n’ont pas été validées. Corrigez leurs cellules&#xa0;; les lignes justes rejoignent alors le même import, les autres restent ici.</translation>
    </message>
    <message>
        <source>Nothing is left on this worklist.</source>
        <translation>Il ne reste rien dans cette liste.</translation>
    </message>
    <message>
        <source>Close without committing?</source>
        <translation>Fermer sans valider&#xa0;?</translation>
    </message>
    <message>
        <source>What you corrected here was not committed and would be lost.</source>
        <translation>Ce que vous avez corrigé ici n’a pas été validé et serait perdu.</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Fermer et le perdre</translation>
    </message>
    <message>
        <source>Committing corrected rows…</source>
        <translation>Validation des lignes corrigées…</translation>
    </message>
    <message numerus="yes">
        <source>%n pasted rows did not fit below the last row and were left out.</source>
        <translation>
            <numerusform>%n ligne collée n’avait pas de place sous la dernière et a été laissée de côté.</numerusform>
            <numerusform>%n lignes collées n’avaient pas de place sous la dernière et ont été laissées de côté.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows of this import are committed now</source>
        <translation>
            <numerusform>%n ligne de cet import est validée maintenant</numerusform>
            <numerusform>%n lignes de cet import sont validées maintenant</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are still in error.</source>
        <translation>
            <numerusform>%n est encore en erreur.</numerusform>
            <numerusform>%n sont encore en erreur.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
</TS>
