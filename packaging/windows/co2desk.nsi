; Installs co2desk for one person, without administrator's rights.
;
;   makensis -DVERSION=0.1.0 -DPAYLOAD=build\package\co2desk -DICON=co2desk.ico -DOUTPUT=setup.exe co2desk.nsi
;
; Silent: setup.exe /S [/D=C:\folder]   (/D comes last, without quotes)
; Silent removal: uninstall.exe /S

Unicode true
!ifdef TARGET
    Target ${TARGET}
!endif
!include MUI2.nsh
!include FileFunc.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\co2desk"
!define CLASSES "Software\Classes"

Name "co2desk"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\co2desk"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "co2desk"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "co2desk setup"
VIAddVersionKey "LegalCopyright" "Apache License 2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\co2desk.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "German"

LangString DRAFT ${LANG_ENGLISH} "co2desk draft"
LangString DRAFT ${LANG_FRENCH} "Brouillon co2desk"
LangString DRAFT ${LANG_GERMAN} "co2desk-Entwurf"
LangString RUNNING ${LANG_ENGLISH} "co2desk is running. Close it, then try again."
LangString RUNNING ${LANG_FRENCH} "co2desk est ouvert. Fermez-le, puis réessayez."
LangString RUNNING ${LANG_GERMAN} "co2desk läuft. Schliessen Sie es und versuchen Sie es dann noch einmal."

; A program that runs cannot be replaced: its file cannot be opened for writing.
!macro RefuseWhileRunning
    IfFileExists "$INSTDIR\co2desk.exe" 0 free
    ClearErrors
    FileOpen $0 "$INSTDIR\co2desk.exe" a
    IfErrors 0 close
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDOK
    SetErrorLevel 2
    Abort
close:
    FileClose $0
free:
!macroend

Section "co2desk"
    !insertmacro RefuseWhileRunning
    ; An older version may have files that this one has not.
    RMDir /r "$INSTDIR\_internal"
    SetOutPath "$INSTDIR"
    File /r "${PAYLOAD}/*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\co2desk.lnk" "$INSTDIR\co2desk.exe"

    WriteRegStr HKCU "${CLASSES}\.co2draft" "" "co2desk.draft"
    WriteRegStr HKCU "${CLASSES}\co2desk.draft" "" "$(DRAFT)"
    WriteRegStr HKCU "${CLASSES}\co2desk.draft\DefaultIcon" "" "$INSTDIR\co2desk.exe,0"
    WriteRegStr HKCU "${CLASSES}\co2desk.draft\shell\open\command" "" '"$INSTDIR\co2desk.exe" "%1"'

    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegStr HKCU "${KEY}" "DisplayName" "co2desk"
    WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${KEY}" "Publisher" "co2desk contributors"
    WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\co2desk.exe"
    WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
    WriteRegDWORD HKCU "${KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
    !insertmacro RefuseWhileRunning
    ; Only what the setup brought: a person may have put files of their own beside it.
    RMDir /r "$INSTDIR\_internal"
    Delete "$INSTDIR\co2desk.exe"
    Delete "$INSTDIR\co2desk-cli.exe"
    Delete "$INSTDIR\THIRD-PARTY-LICENCES.txt"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\co2desk.lnk"
    DeleteRegKey HKCU "${CLASSES}\co2desk.draft"
    DeleteRegValue HKCU "${CLASSES}\.co2draft" ""
    DeleteRegKey /ifempty HKCU "${CLASSES}\.co2draft"
    DeleteRegKey HKCU "${KEY}"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
