<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- Written by hand: what Qt itself says in widgets, as it is spelled in Switzerland. -->
<TS version="2.1" language="de_CH" sourcelanguage="en">
<context>
    <name>CloseButton</name>
    <message>
        <source>Close Tab</source>
        <translation>Tab schliessen</translation>
    </message>
</context>
<context>
    <name>QDockWidget</name>
    <message>
        <source>Close</source>
        <translation>Schliessen</translation>
    </message>
    <message>
        <source>Closes the dock widget</source>
        <translation>Schliesst diesen Bereich</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Size</source>
        <translation>Grösse</translation>
    </message>
</context>
<context>
    <name>QGnomeTheme</name>
    <message>
        <source>&amp;Close</source>
        <translation>Schl&amp;iessen</translation>
    </message>
    <message>
        <source>Close without Saving</source>
        <translation>Schliessen, ohne zu speichern</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>Close</source>
        <translation>Schliessen</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Close</source>
        <translation>Schliessen</translation>
    </message>
</context>
</TS>
