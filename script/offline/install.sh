#!/bin/sh
# 离线安装 pilotkit：sh install.sh [装到哪里]，默认 ~/pilotkit。不连网络，不需要管理员权限。
set -eu
case $0 in
    */*) here=$(cd "${0%/*}" && pwd) ;;
    *) here=$PWD ;;
esac
target=${1:-$HOME/pilotkit}

python=
for name in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11; do
    if "$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$name
        break
    fi
done
if [ -z "$python" ]; then
    echo "需要 Python 3.11 或更新版本，含 venv（Debian、Ubuntu、统信、麒麟：python3-venv）" >&2
    exit 2
fi

"$python" -m venv "$target"
"$target/bin/python" -m pip install --quiet --disable-pip-version-check \
    --no-index --find-links "$here/wheels" "pilotkit[office]"
"$target/bin/pilot" --version
echo "装好了。命令在 $target/bin/pilot；看本机能做什么：$target/bin/pilot doctor"
