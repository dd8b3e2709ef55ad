@echo off
rem Offline installation of pilotkit: install.bat [FOLDER], by default %LOCALAPPDATA%\pilotkit.
rem No network, no administrator. Without a folder it waits at its end: a double click opens a window.
chcp 65001 >nul
setlocal
set "TARGET=%~1"
if "%TARGET%"=="" set "TARGET=%LOCALAPPDATA%\pilotkit"
set "PYTHONUTF8=1"

py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>nul
if errorlevel 1 (
    echo 需要 Python 3.11 或更新版本：先安装 python.org 的 64 位安装包，勾选 py launcher
    if "%~1"=="" pause
    exit /b 2
)
py -3 -m venv "%TARGET%" || ((if "%~1"=="" pause) & exit /b 1)
"%TARGET%\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check --no-index --find-links "%~dp0wheels" "pilotkit[office]" || ((if "%~1"=="" pause) & exit /b 1)
"%TARGET%\Scripts\pilot.exe" --version || ((if "%~1"=="" pause) & exit /b 1)
echo 装好了。命令在 "%TARGET%\Scripts\pilot.exe"；看本机能做什么："%TARGET%\Scripts\pilot.exe" doctor
if "%~1"=="" pause
