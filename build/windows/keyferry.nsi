; The installer for Windows, made by build/windows-packages.mjs with the plugins that come with NSIS. Per machine: into a
; folder that the other programs of a user cannot write to. Silent: Keyferry-….exe /S, with /D=C:\folder last.
; Defined on the command line: VERSION, NUMBERS (four of them), FROM (the packed folder), TO (the file to make), KIB.
Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma
SetDateSave off
Name "Keyferry"
OutFile "${TO}"
RequestExecutionLevel admin
InstallDir "$PROGRAMFILES64\Keyferry"
InstallDirRegKey HKLM "Software\Keyferry" "InstallFolder"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Keyferry"
VIAddVersionKey "FileDescription" "Keyferry installer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The Keyferry maintainers"

!include MUI2.nsh
!include x64.nsh
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_LICENSE "${FROM}/LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\Keyferry"

Section "Keyferry"
  SetRegView 64
  SetShellVarContext all
  ; What an earlier version left in the folder goes; unfinished work lies in the profile of its user, and stays.
  RMDir /r "$INSTDIR\locales"
  RMDir /r "$INSTDIR\resources"
  SetOutPath "$INSTDIR"
  File /r "${FROM}/*"
  WriteUninstaller "$INSTDIR\Uninstall Keyferry.exe"
  CreateShortcut "$SMPROGRAMS\Keyferry.lnk" "$INSTDIR\Keyferry.exe"
  WriteRegStr HKLM "Software\Keyferry" "InstallFolder" "$INSTDIR"
  WriteRegStr HKLM "${LISTED}" "DisplayName" "Keyferry"
  WriteRegStr HKLM "${LISTED}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${LISTED}" "DisplayIcon" "$INSTDIR\Keyferry.exe"
  WriteRegStr HKLM "${LISTED}" "Publisher" "The Keyferry maintainers"
  WriteRegStr HKLM "${LISTED}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${LISTED}" "UninstallString" '"$INSTDIR\Uninstall Keyferry.exe"'
  WriteRegStr HKLM "${LISTED}" "QuietUninstallString" '"$INSTDIR\Uninstall Keyferry.exe" /S'
  WriteRegDWORD HKLM "${LISTED}" "EstimatedSize" "${KIB}"
  WriteRegDWORD HKLM "${LISTED}" "NoModify" 1
  WriteRegDWORD HKLM "${LISTED}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  SetRegView 64
  SetShellVarContext all
  ; Not whatever a person has put there since: only what was installed.
  RMDir /r "$INSTDIR\locales"
  RMDir /r "$INSTDIR\resources"
  !include "${LIST}"
  Delete "$INSTDIR\Uninstall Keyferry.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Keyferry.lnk"
  DeleteRegKey HKLM "${LISTED}"
  DeleteRegKey HKLM "Software\Keyferry"
SectionEnd
