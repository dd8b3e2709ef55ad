# Sourced by script/test and script/demo: a virtual environment in .venv, made where it is missing
# and kept as long as pyproject.toml, the interpreter and the place of the checkout are the same.
#
#   prepare_environment ""       what the program needs to run
#   prepare_environment "dev"    and what its tests need
#
# PYTHON names another interpreter (3.11 or newer).

step() {
    printf '\n== %s\n' "$*"
}

give_up() {
    printf '%s\n' "$@" >&2
    exit 2
}

# Debian packages, where we may install them; elsewhere the line that somebody else has to run.
install_packages() {
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        step "apt-get install $*"
        DEBIAN_FRONTEND=noninteractive apt-get update -q
        DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
    else
        give_up "缺少 / missing: $*" "Debian, Ubuntu: sudo apt-get install $*"
    fi
}

is_recent() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    local name
    for name in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null && is_recent "$name"; then
            command -v "$name"
            return
        fi
    done
    return 1
}

make_venv() {
    local python
    python=$(find_python) || install_packages python3 python3-venv
    python=$(find_python) || give_up "需要 Python 3.11 或更新版本 / Python 3.11 or newer is needed"
    # Debian's python3 comes without the part of itself that puts pip into a new environment.
    "$python" -c 'import ensurepip, venv' 2>/dev/null || install_packages python3-venv
    step "python -m venv .venv ($("$python" --version))"
    "$python" -m venv --clear .venv
}

# What an environment was made from; another value means that it has to be made again.
fingerprint() {
    { pwd -P; .venv/bin/python -VV; cat pyproject.toml; } | cksum
}

is_prepared() {
    local wanted=$1 mark
    mark=$(fingerprint)
    [ "$(cat ".venv/prepared-$wanted" 2>/dev/null)" = "$mark" ] ||
        [ "$(cat .venv/prepared-dev 2>/dev/null)" = "$mark" ]
}

prepare_environment() {
    local extra=$1 wanted=${1:-plain} what=.
    command -v git >/dev/null || install_packages git
    if ! .venv/bin/python -m pip --version >/dev/null 2>&1 || ! is_recent .venv/bin/python; then
        make_venv
    fi
    if ! is_prepared "$wanted"; then
        [ -z "$extra" ] || what=".[$extra]"
        step "pip install -e $what"
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable "$what"
        fingerprint >".venv/prepared-$wanted"
    fi
}
