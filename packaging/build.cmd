@echo off
rem Builds dist\timeline-app, a folder that runs without Python.  Usage: packaging\build.cmd  (needs Python 3.11)
setlocal
cd /d "%~dp0.."
if not exist .venv\Scripts\python.exe py -3.11 -m venv .venv || exit /b 1
set install=.venv\Scripts\python -m pip install -q --disable-pip-version-check --no-deps
%install% --require-hashes -r requirements\runtime.txt -r requirements\build.txt || exit /b 1
%install% --no-build-isolation -e . || exit /b 1
%install% --require-hashes -r requirements\development.txt || exit /b 1
.venv\Scripts\python -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build\pyinstaller packaging\timeline-app.spec || exit /b 1
echo dist\timeline-app\timeline-app.exe
