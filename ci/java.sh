# Finds and, where asked, installs a JDK. Sourced by ./ovsdb, ./check and .ci/run; POSIX sh, no output on standard output
# but the answers.

# Prints the feature version (17, 25, ...) of the Java home $1, or nothing if there is none.
java_version() {
    version=
    if [ -r "$1/release" ]; then
        while IFS='=' read -r key value; do
            [ "$key" != JAVA_VERSION ] || version=$value
        done <"$1/release"
    fi
    if [ -z "$version" ] && [ -x "$1/bin/java" ]; then
        version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
    fi
    version=${version#\"}
    version=${version#1.} # Java 8 calls itself 1.8.
    version=${version%%[!0-9]*}
    printf '%s' "$version"
}

# Is $1 the home of a JDK (not only of a runtime) of version $2 or newer?
is_jdk() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
    found=$(java_version "$1")
    [ -n "$found" ] && [ "$found" -ge "$2" ]
}

# Prints the homes that are worth a look, one on a line: what the user chose first, then the usual places.
java_homes() {
    [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
    on_path=$(command -v javac || command -v java || :)
    if [ -n "$on_path" ]; then
        on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
        printf '%s\n' "${on_path%/bin/*}"
    fi
    for home in /usr/lib/jvm/* /opt/java/* /opt/*jdk* "${HOME:-/}"/.sdkman/candidates/java/* "${HOME:-/}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ ! -d "$home" ] || printf '%s\n' "$home"
    done
}

# Prints the home of a JDK of version $1 or newer: JAVA_HOME, then the one on PATH, then the usual places.
find_jdk() {
    java_homes | while IFS= read -r home; do
        if is_jdk "$home" "$1"; then
            printf '%s' "$home"
            break
        fi
    done
}

# Prints the home of a JDK of exactly version $1.
exact_jdk() {
    java_homes | while IFS= read -r home; do
        if is_jdk "$home" "$1" && [ "$(java_version "$home")" -eq "$1" ]; then
            printf '%s' "$home"
            break
        fi
    done
}

# Prints the home of the newest JDK of this machine.
newest_jdk() {
    best=0
    best_home=
    homes=$(java_homes)
    while IFS= read -r home; do
        is_jdk "$home" 17 || continue
        found=$(java_version "$home")
        if [ "$found" -gt "$best" ]; then
            best=$found
            best_home=$home
        fi
    done <<EOF
$homes
EOF
    printf '%s' "$best_home"
}

# Runs a command as root: directly, or by sudo.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        sudo "$@"
    else
        return 1
    fi
}

# Installs a JDK on Debian and its family, saying so; fails where it cannot.
install_jdk() {
    command -v apt-get >/dev/null 2>&1 || return 1
    echo "No JDK 17 or newer here: installing one from this system's packages." >&2
    as_root apt-get update -q >&2 || return 1
    for package in openjdk-17-jdk-headless default-jdk-headless; do
        if apt-cache show "$package" >/dev/null 2>&1; then
            as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$package" >&2 && return 0
        fi
    done
    return 1
}

no_jdk() {
    cat >&2 <<'EOF'
ovsdb needs a JDK of version 17 or newer, and found none in JAVA_HOME, on PATH or in the usual places.
Install one (Debian, Ubuntu: apt-get install openjdk-17-jdk-headless) or set JAVA_HOME.
EOF
}
