@echo off
rem Runs Demarche, from wherever this file and what came with it are, by the same rules as the file demarche does elsewhere; but the
rem archive of classes, with which it starts faster, is only made when it is asked for: demarche cache warm.
rem There are no blocks in brackets here: a folder such as C:\Program Files (x86) would end them.
setlocal EnableExtensions DisableDelayedExpansion

set "home=%~dp0"
if "%home:~-1%"=="\" set "home=%home:~0,-1%"
set "lib=%home%\lib"

set "java=%home%\java\bin\java.exe"
if exist "%java%" goto found
if not defined JAVA_HOME goto search
set "java=%JAVA_HOME%\bin\java.exe"
if exist "%java%" goto found
>&2 echo demarche: JAVA_HOME is "%JAVA_HOME%", but there is no Java in it; Demarche needs Java 17 or newer.
exit /b 1

:search
set "java="
for %%J in (java.exe) do set "java=%%~$PATH:J"
if defined java goto found
>&2 echo demarche: there is no Java on the PATH and JAVA_HOME is not set; Demarche needs Java 17 or newer.
exit /b 1

:found
for %%D in ("%java%\..\..") do set "jdk=%%~fD"
set "full="
set "release="
if not exist "%jdk%\release" goto ask
for /f "usebackq tokens=1,* delims==" %%A in ("%jdk%\release") do if "%%A"=="JAVA_VERSION" set "full=%%~B"
for /f "usebackq tokens=1,* delims==" %%A in ("%jdk%\release") do if "%%A"=="JAVA_RUNTIME_VERSION" set "release=%%~B"
:ask
if not defined full for /f "tokens=3" %%V in ('""%java%" -version 2^>^&1 ^| findstr /c:" version ""') do set "full=%%~V"
if not defined full goto unknown
if not defined release set "release=%full%"
set "version="
for /f "tokens=1,2 delims=.-+_" %%A in ("%full%") do if "%%A"=="1" (set "version=%%B") else set "version=%%A"
if not defined version goto unknown
if %version% GEQ 17 goto ready
>&2 echo demarche: "%java%" is Java %full%; Demarche needs Java 17 or newer.
exit /b 1

:unknown
>&2 echo demarche: cannot tell the version of "%java%"; Demarche needs Java 17 or newer.
exit /b 1

:ready
set "flags=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms64m -Xlog:disable"
if %version% LEQ 25 set "flags=%flags% -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"
if %version% GEQ 24 set "flags=%flags% --enable-native-access=ALL-UNNAMED"

set "cache=%DEMARCHE_CACHE%"
if not defined cache if defined LOCALAPPDATA set "cache=%LOCALAPPDATA%\demarche"
if /i "%cache%"=="off" set "cache="
set "own="
if defined cache set "own=%cache%\jvm\%home::=%"

rem An archive is for one program, at one place, and one Java. Beside it stands the time and size of the jar it was made from and its own:
rem Java would silently not use it where the jar is another one, and crash where it was written over.
set "id="
for /f "usebackq delims=" %%I in ("%lib%\demarche.id") do set "id=%%I"
set "name=%id% %release%.jsa"
set "use=-XX:SharedArchiveFile="
set "record=-XX:ArchiveClassesAtExit="
set "try=-Xshare:on"
set "kind=all"
if %version% LSS 25 goto named
rem From 25 on Java loads all that is archived at every start: there is an archive for commands that reason, and none for the others.
for %%C in (check test fmt schema new repl trace completion man) do if "%~1"=="%%C" set "id="
set "kind=ask"
set "name=%id% %release% ask.aot"
set "use=-XX:AOTCache="
set "record=-XX:AOTCacheOutput="
set "try=-XX:AOTMode=on"
:named
for %%J in ("%lib%\demarche.jar") do set "jar=%%~tJ %%~zJ"
set "archive="
if defined own call :find "%own%\%name%"
call :find "%lib%\archives\%name%"

if "%~1 %~2"=="cache warm" goto warm

rem What is printed is UTF-8, whatever the console takes it for.
set "page="
for /f "tokens=2 delims=:." %%P in ('chcp') do set "page=%%P"
if defined page set "page=%page: =%"
if not "%page%"=="65001" chcp 65001 >nul

set "with="
if defined archive set with="%use%%archive%"
"%java%" %flags% %with% -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 "-Ddemarche.home=%home%" %DEMARCHE_JAVA_OPTS% -cp "%lib%\demarche.jar" org.demarche.cli.Main %*
set "code=%ERRORLEVEL%"

if defined page if not "%page%"=="65001" chcp %page% >nul
exit /b %code%

:find
if not exist "%~1" exit /b 0
set "of="
for /f "usebackq delims=" %%S in ("%~1.of") do set "of=%%S"
for %%A in ("%~1") do if "%of%"=="%jar% %%~tA %%~zA" set "archive=%~1"
exit /b 0

:warm
if not defined archive goto make
>&2 echo demarche: already warm: "%archive%"
exit /b 0
:make
>&2 echo demarche: running some commands, so that later ones start faster
call :archive "%lib%\archives"
if not defined archive if defined own call :archive "%own%"
if defined archive goto kept
>&2 echo demarche: nothing could be kept for faster starts, neither in "%lib%\archives" nor in "%own%".
exit /b 1
:kept
>&2 echo demarche: kept in "%archive%"
exit /b 0

rem Makes the archive in this folder and tries it before it is given its name.
:archive
if not exist "%~1" mkdir "%~1" 2>nul
if not exist "%~1" exit /b 0
set "made=%~1\%name%"
set "new=%~1\%RANDOM%%RANDOM%.new"
"%java%" %flags% "%record%%new%" "-Ddemarche.home=%home%" -cp "%lib%\demarche.jar" org.demarche.cli.Training %kind% <nul >nul 2>&1
if not exist "%new%" exit /b 0
"%java%" %flags% %try% "%use%%new%" -cp "%lib%\demarche.jar" org.demarche.cli.Main --version <nul >nul 2>&1
if errorlevel 1 goto discard
move /y "%new%" "%made%" >nul 2>&1
if errorlevel 1 goto discard
for %%A in ("%made%") do >"%made%.of" echo %jar% %%~tA %%~zA
set "archive=%made%"
exit /b 0
:discard
del /q "%new%" >nul 2>&1
exit /b 0
