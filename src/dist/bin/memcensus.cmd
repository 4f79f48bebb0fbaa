@echo off
rem Starts memcensus. Needs Java 17 or newer: JAVA_HOME, else java on the PATH.
rem MEMCENSUS_JAVA_OPTS goes to the JVM behind the flags below, so it wins: set MEMCENSUS_JAVA_OPTS=-Xmx4g
setlocal
set "HOME_DIR=%~dp0.."
for %%i in ("%HOME_DIR%") do set "HOME_DIR=%%~fi"
set "JAVA_EXE=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA_EXE=%JAVA_HOME%\bin\java.exe"
if not "%JAVA_EXE%"=="java" goto run
where java >nul 2>nul
if errorlevel 1 (
    echo memcensus: no Java found: install Java 17 or newer, or set JAVA_HOME 1>&2
    exit /b 2
)
:run
rem The archive for a quick start is of use only in the place that it was made for.
set "PLACE="
set "ARCHIVE=-Xshare:auto"
if exist "%HOME_DIR%\lib\archive.for" set /p PLACE=<"%HOME_DIR%\lib\archive.for"
if not "%PLACE%"=="%HOME_DIR%" goto start
set "ARCHIVE=-XX:SharedArchiveFile=%HOME_DIR%\lib\memcensus.jsa"
if exist "%HOME_DIR%\lib\memcensus.aot" set "ARCHIVE=-XX:AOTCache=%HOME_DIR%\lib\memcensus.aot"
:start
rem A scan takes seconds and needs no second compiler; a batch runs for hours.
set "COMPILER=-XX:TieredStopAtLevel=1"
if "%~1"=="batch" set "COMPILER=-XX:FreqInlineSize=100 -XX:PerMethodTrapLimit=0"
"%JAVA_EXE%" -XX:+UseSerialGC -Xmx768m -XX:-UsePerfData -XX:+IgnoreUnrecognizedVMOptions %COMPILER% "%ARCHIVE%" -Xlog:disable "-Dpicocli.converters.excludes=java.sql.*,java.time.*" %MEMCENSUS_JAVA_OPTS% -cp "%HOME_DIR%\lib\memcensus.jar" org.memcensus.cli.Main %*
exit /b %ERRORLEVEL%
