# The slow path of ./ovsdb: builds the command and describes it in target/launcher/state. Sourced; uses $root and $out.

build_launcher() {
    . "$root/ci/java.sh"
    home=$(find_jdk 17)
    if [ -z "$home" ] && [ "$1" = demo ]; then
        install_jdk && home=$(find_jdk 17)
    fi
    if [ -z "$home" ]; then
        no_jdk
        exit 1
    fi
    jdk=$home
    mkdir -p "$out"
    if command -v flock >/dev/null 2>&1; then # Two first uses at once: the second waits, and finds the work done.
        exec 9>"$out/lock"
        flock 9
        [ ! -r "$out/state" ] || . "$out/state"
        if is_current; then
            exec 9>&-
            return 0
        fi
    fi
    home=$jdk
    echo "Building ovsdb with $home (only on first use, and when sources changed) ..." >&2
    touch "$out/started"
    rm -rf "$root/ovsdb-cli/target/lib" # Would keep the libraries of older versions.
    (cd "$root" && JAVA_HOME=$home ./mvnw -q -B -pl ovsdb-cli -am -DskipTests package 9>&-) >&2 || {
        echo "ovsdb: the build failed; its messages are above." >&2
        exit 1
    }
    previous=${app:-}
    collect_jars
    describe_jvm
    archive_classes
    write_state
    remove_old_builds
    exec 9>&-
}

# Each build has a folder of its own, so that commands already running keep the jars they were started with.
collect_jars() {
    app=$out/app-$$
    rm -rf "$app"
    mkdir -p "$app"
    cp -p "$root"/ovsdb-cli/target/lib/*.jar "$app"
    for jar in "$root"/ovsdb-cli/target/ovsdb-cli-*.jar; do
        case $jar in
            *-sources.jar | *-javadoc.jar | *-tests.jar) ;;
            *) cp -p "$jar" "$app/ovsdb-cli.jar" ;;
        esac
    done
    class_path=$app/ovsdb-cli.jar
    for jar in "$app"/*.jar; do
        [ "$jar" = "$app/ovsdb-cli.jar" ] || class_path=$class_path:$jar
    done
}

# What suits all commands: no memory-mapped statistics, and none of Netty's flight recorder events, for which the recorder would be
# set up at each start.
describe_jvm() {
    flags="-XX:-UsePerfData -Xshare:auto -Dio.netty.jfr.enabled=false"
    if [ "$(java_version "$home")" -ge 24 ]; then # Newer JVMs announce on standard error what Netty does.
        flags="$flags --sun-misc-unsafe-memory-access=allow"
    fi
}

# An archive of the classes that a run loads. It only saves time: where it cannot be made, the command works without.
archive_classes() {
    archive=$app/ovsdb.jsa
    "$home/bin/java" $flags $tool_flags -XX:ArchiveClassesAtExit="$archive" -Xlog:disable -cp "$class_path" \
        dev.ovsdb.cli.rehearsal.Rehearsal </dev/null >/dev/null 2>&1 || :
    if [ -f "$archive" ]; then
        # The JVM checks that the archive fits; what it would say about one that does not is of no use to anybody.
        flags="$flags -Xlog:disable -Xlog:all=error:stderr"
    else
        archive=
    fi
}

# Written at once and last, with the time at which the build began: what changed meanwhile is built the next time.
write_state() {
    {
        put for_root "$root"
        put for_home "${JAVA_HOME:-}"
        put home "$home"
        put app "$app"
        put class_path "$class_path"
        put archive "$archive"
        put flags "$flags"
    } >"$out/state.new"
    touch -r "$out/started" "$out/state.new"
    mv "$out/state.new" "$out/state"
}

# Prints the line of sh that sets variable $1 to $2.
put() {
    printf "%s='%s'\n" "$1" "$(printf '%s' "$2" | sed "s/'/'\\\\''/g")"
}

# Keeps this build and the one before it.
remove_old_builds() {
    for old in "$out"/app-*; do
        [ "$old" = "$app" ] || [ "$old" = "$previous" ] || rm -rf "$old"
    done
}
