<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ActivitiesPage</name>
    <message numerus="yes">
        <source>%n activities</source>
        <translation>
            <numerusform>%n activity</numerusform>
            <numerusform>%n activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without CO₂e</source>
        <translation>
            <numerusform>%n without CO₂e</numerusform>
            <numerusform>%n without CO₂e</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityExport</name>
    <message numerus="yes">
        <source>%n activities were exported.</source>
        <translation>
            <numerusform>%n activity was exported.</numerusform>
            <numerusform>%n activities were exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityWork</name>
    <message numerus="yes">
        <source>Delete %n activities?</source>
        <translation>
            <numerusform>Delete %n activity?</numerusform>
            <numerusform>Delete %n activities?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Their CO₂e leaves the results. You can undo this as long as the view is open.</source>
        <translation>
            <numerusform>Its CO₂e leaves the results. You can undo this as long as the view is open.</numerusform>
            <numerusform>Their CO₂e leaves the results. You can undo this as long as the view is open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n activities</source>
        <translation>
            <numerusform>Delete %n activity</numerusform>
            <numerusform>Delete %n activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait to be sent again</source>
        <translation>
            <numerusform>%n change waits to be sent again</numerusform>
            <numerusform>%n changes wait to be sent again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AuditTab</name>
    <message numerus="yes">
        <source>The log is whole: %n entries fit their seals.</source>
        <translation>
            <numerusform>The log is whole: %n entry fits its seal.</numerusform>
            <numerusform>The log is whole: %n entries fit their seals.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupWork</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
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
            <numerusform>Change %n activity</numerusform>
            <numerusform>Change %n activities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Co2ePreview</name>
    <message numerus="yes">
        <source>%n amounts far above your history</source>
        <translation>
            <numerusform>%n amount far above your history</numerusform>
            <numerusform>%n amounts far above your history</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommitPage</name>
    <message numerus="yes">
        <source>Valid rows only: %n rows are committed</source>
        <translation>
            <numerusform>Valid rows only: %n row is committed</numerusform>
            <numerusform>Valid rows only: %n rows are committed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n activities will be added to %1 for %2</source>
        <translation>
            <numerusform>%n activity will be added to %1 for %2</numerusform>
            <numerusform>%n activities will be added to %1 for %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They stand for %1.</source>
        <translation>
            <numerusform>It stands for %1.</numerusform>
            <numerusform>They stand for %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them have no emission factor: their CO2e is stored as missing, never as 0.</source>
        <translation>
            <numerusform>%n of them has no emission factor: its CO₂e is stored as missing, never as 0.</numerusform>
            <numerusform>%n of them have no emission factor: their CO₂e is stored as missing, never as 0.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them carry a warning. Look at them in step 3 before you go on.</source>
        <translation>
            <numerusform>%n of them carries a warning. Look at it in step 3 before you go on.</numerusform>
            <numerusform>%n of them carry a warning. Look at them in step 3 before you go on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are there already, in this file or in the database, and will be added once more. Skip them in step 3 if that is not meant.</source>
        <translation>
            <numerusform>%n of them is there already, in this file or in the database, and will be added once more. Skip it in step 3 if that is not meant.</numerusform>
            <numerusform>%n of them are there already, in this file or in the database, and will be added once more. Skip them in step 3 if that is not meant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows in error stay behind as a worklist of this import; they can be corrected and committed later.</source>
        <translation>
            <numerusform>%n row in error stays behind as a worklist of this import; it can be corrected and committed later.</numerusform>
            <numerusform>%n rows in error stay behind as a worklist of this import; they can be corrected and committed later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are in error. Correct or skip them in step 3, or choose “Valid rows only”.</source>
        <translation>
            <numerusform>%n row is in error. Correct or skip it in step 3, or choose “Valid rows only”.</numerusform>
            <numerusform>%n rows are in error. Correct or skip them in step 3, or choose “Valid rows only”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are left out (skipped or not filled in).</source>
        <translation>
            <numerusform>%n row is left out (skipped or not filled in).</numerusform>
            <numerusform>%n rows are left out (skipped or not filled in).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommitResult</name>
    <message numerus="yes">
        <source>%n rows are in error. Correct them, or commit the valid rows only.</source>
        <translation>
            <numerusform>%n row is in error. Correct it, or commit the valid rows only.</numerusform>
            <numerusform>%n rows are in error. Correct them, or commit the valid rows only.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n activities were committed to %1</source>
        <translation>
            <numerusform>%n activity was committed to %1</numerusform>
            <numerusform>%n activities were committed to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows in error wait on the worklist of this import.</source>
        <translation>
            <numerusform>%n row in error waits on the worklist of this import.</numerusform>
            <numerusform>%n rows in error wait on the worklist of this import.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateReadingNotes</name>
    <message numerus="yes">
        <source>Column %1: “%2” was read as the day number of a spreadsheet, %3 (%n rows). If that is not meant, write the dates anew.</source>
        <translation>
            <numerusform>Column %1: “%2” was read as the day number of a spreadsheet, %3 (%n row). If that is not meant, write the date anew.</numerusform>
            <numerusform>Column %1: “%2” was read as the day number of a spreadsheet, %3 (%n rows). If that is not meant, write the dates anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1: “%2” is read day first, %3, as you said (%n rows).</source>
        <translation>
            <numerusform>Column %1: “%2” is read day first, %3, as you said (%n row).</numerusform>
            <numerusform>Column %1: “%2” is read day first, %3, as you said (%n rows).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1: “%2” is read month first, %3, as you said (%n rows).</source>
        <translation>
            <numerusform>Column %1: “%2” is read month first, %3, as you said (%n row).</numerusform>
            <numerusform>Column %1: “%2” is read month first, %3, as you said (%n rows).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1: “%2” is read day first, %3, because of “%4” (%n rows).</source>
        <translation>
            <numerusform>Column %1: “%2” is read day first, %3, because of “%4” (%n row).</numerusform>
            <numerusform>Column %1: “%2” is read day first, %3, because of “%4” (%n rows).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Column %1: “%2” is read month first, %3, because of “%4” (%n rows).</source>
        <translation>
            <numerusform>Column %1: “%2” is read month first, %3, because of “%4” (%n row).</numerusform>
            <numerusform>Column %1: “%2” is read month first, %3, because of “%4” (%n rows).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferenceWords</name>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n ready</numerusform>
            <numerusform>%n ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactorFinder</name>
    <message numerus="yes">
        <source>%n factors found</source>
        <translation>
            <numerusform>%n factor found</numerusform>
            <numerusform>%n factors found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactorLoading</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was loaded: %n rows are in error.</source>
        <translation>
            <numerusform>Nothing was loaded: %n row is in error.</numerusform>
            <numerusform>Nothing was loaded: %n rows are in error.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactorsPage</name>
    <message numerus="yes">
        <source>%n factors</source>
        <translation>
            <numerusform>%n factor</numerusform>
            <numerusform>%n factors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n factors were exported.</source>
        <translation>
            <numerusform>%n factor was exported.</numerusform>
            <numerusform>%n factors were exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FixAllBar</name>
    <message numerus="yes">
        <source>Change %n cells</source>
        <translation>
            <numerusform>Change %n cell</numerusform>
            <numerusform>Change %n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthTab</name>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportsPage</name>
    <message numerus="yes">
        <source>%n imports</source>
        <translation>
            <numerusform>%n import</numerusform>
            <numerusform>%n imports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobPanel</name>
    <message numerus="yes">
        <source>Today, for the %n activities left.</source>
        <translation>
            <numerusform>Today, for the %n activity left.</numerusform>
            <numerusform>Today, for the %n activities left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Today, for %n activities. At the commit it was %1 for %2: since then activities or factors were changed.</source>
        <translation>
            <numerusform>Today, for %n activity. At the commit it was %1 for %2: since then activities or factors were changed.</numerusform>
            <numerusform>Today, for %n activities. At the commit it was %1 for %2: since then activities or factors were changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabWork</name>
    <message numerus="yes">
        <source>%n activities</source>
        <translation>
            <numerusform>%n activity</numerusform>
            <numerusform>%n activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imports</source>
        <translation>
            <numerusform>%n import</numerusform>
            <numerusform>%n imports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The laboratory and %n activities were deleted.</source>
        <translation>
            <numerusform>The laboratory and %n activity were deleted.</numerusform>
            <numerusform>The laboratory and %n activities were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabsPage</name>
    <message numerus="yes">
        <source>%n laboratories</source>
        <translation>
            <numerusform>%n laboratory</numerusform>
            <numerusform>%n laboratories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n laboratories were exported.</source>
        <translation>
            <numerusform>%n laboratory was exported.</numerusform>
            <numerusform>%n laboratories were exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Packs</name>
    <message numerus="yes">
        <source>%n laboratories</source>
        <translation>
            <numerusform>%n laboratory</numerusform>
            <numerusform>%n laboratories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n emission factors</source>
        <translation>
            <numerusform>%n emission factor</numerusform>
            <numerusform>%n emission factors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message numerus="yes">
        <source>(+ %n without CO₂e)</source>
        <translation>
            <numerusform>(+ %n without CO₂e)</numerusform>
            <numerusform>(+ %n without CO₂e)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPage</name>
    <message numerus="yes">
        <source>%n activities without CO₂e</source>
        <translation>
            <numerusform>%n activity without CO₂e</numerusform>
            <numerusform>%n activities without CO₂e</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n activities</source>
        <translation>
            <numerusform>%n activity</numerusform>
            <numerusform>%n activities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines were exported.</source>
        <translation>
            <numerusform>%n line was exported.</numerusform>
            <numerusform>%n lines were exported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n ready</numerusform>
            <numerusform>%n ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in error</source>
        <translation>
            <numerusform>%n in error</numerusform>
            <numerusform>%n in error</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with a warning</source>
        <translation>
            <numerusform>%n with a warning</numerusform>
            <numerusform>%n with a warning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n duplicates</source>
        <translation>
            <numerusform>%n duplicate</numerusform>
            <numerusform>%n duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unfilled</source>
        <translation>
            <numerusform>%n unfilled</numerusform>
            <numerusform>%n unfilled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message numerus="yes">
        <source>%n pasted rows did not fit below the last row and were left out.</source>
        <translation>
            <numerusform>%n pasted row did not fit below the last row and was left out.</numerusform>
            <numerusform>%n pasted rows did not fit below the last row and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkipBar</name>
    <message numerus="yes">
        <source>Skip these %n rows</source>
        <translation>
            <numerusform>Skip this %n row</numerusform>
            <numerusform>Skip these %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n columns</source>
        <translation>
            <numerusform>, %n column</numerusform>
            <numerusform>, %n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message numerus="yes">
        <source>%n rows in error</source>
        <translation>
            <numerusform>%n row in error</numerusform>
            <numerusform>%n rows in error</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoWords</name>
    <message numerus="yes">
        <source>The %n activities of “%1” are taken out again. Those that someone edited since are kept and named.</source>
        <translation>
            <numerusform>The %n activity of “%1” is taken out again. If someone edited it since, it is kept and named.</numerusform>
            <numerusform>The %n activities of “%1” are taken out again. Those that someone edited since are kept and named.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n activities were removed.</source>
        <translation>
            <numerusform>%n activity was removed.</numerusform>
            <numerusform>%n activities were removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were kept because their year is published.</source>
        <translation>
            <numerusform>%n was kept because its year is published.</numerusform>
            <numerusform>%n were kept because their year is published.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were kept because %1 edited them since.</source>
        <translation>
            <numerusform>%n was kept because %1 edited it since.</numerusform>
            <numerusform>%n were kept because %1 edited them since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were kept because someone edited them since.</source>
        <translation>
            <numerusform>%n was kept because someone edited it since.</numerusform>
            <numerusform>%n were kept because someone edited them since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WayOn</name>
    <message numerus="yes">
        <source>Commit %n rows</source>
        <translation>
            <numerusform>Commit %n row</numerusform>
            <numerusform>Commit %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordsTab</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorklistWindow</name>
    <message numerus="yes">
        <source>%n pasted rows did not fit below the last row and were left out.</source>
        <translation>
            <numerusform>%n pasted row did not fit below the last row and was left out.</numerusform>
            <numerusform>%n pasted rows did not fit below the last row and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows of this import are committed now</source>
        <translation>
            <numerusform>%n row of this import is committed now</numerusform>
            <numerusform>%n rows of this import are committed now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are still in error.</source>
        <translation>
            <numerusform>%n is still in error.</numerusform>
            <numerusform>%n are still in error.</numerusform>
        </translation>
    </message>
</context>
</TS>
