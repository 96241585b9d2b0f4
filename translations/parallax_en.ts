<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>parallax::TopBar</name>
    <message numerus="yes">
        <source>%n addresses; choose the one that the tester can reach</source>
        <translation>
            <numerusform>%n address</numerusform>
            <numerusform>%n addresses; choose the one that the tester can reach</numerusform>
        </translation>
    </message>
</context>
</TS>
