# How ./ovsdb runs the server: which heap and collector it gets, and what a JVM cannot do itself, --detach and --monitor.
# Sourced; uses $root, $home, $class_path, $archive, $flags and $program.

# Runs the server with the arguments that it was given; does not return.
run_server() {
    read_arguments "$@"
    [ -z "$become" ] || [ -n "$OVSDB_USER_REFUSED" ] || give_log_file
    choose_heap
    set -- -cp "$class_path" "-Dovsdb.program=$program" dev.ovsdb.cli.Main "$@"
    [ -z "$archive" ] || set -- "-XX:SharedArchiveFile=$archive" "$@"
    set -- "-XX:ErrorFile=${OVS_LOGDIR:-/var/log/openvswitch}/ovsdb-server-crash-%p.log" "$@"
    # Unquoted: all are lists of options.
    set -- "$home/bin/java" $flags $heap ${OVSDB_JAVA_OPTS:-} "$@"
    [ -z "$monitor" ] || set -- "$root/ci/monitor" "$log_file" "$@"
    [ -z "$become" ] || [ -n "$OVSDB_USER_REFUSED" ] || set -- $become "$@"
    if [ -n "$detach" ]; then
        detach "$@"
    else
        exec "$@"
    fi
}

# Finds in the arguments what is the launcher's: names may be shortened, as getopt_long has it.
read_arguments() {
    detach= monitor= no_chdir= log_file= database_bytes=0 any_file= skip= become=
    export OVSDB_USER= OVSDB_USER_REFUSED=
    for argument; do
        if [ -n "$skip" ]; then
            [ "$skip" != user ] || choose_user "$argument"
            skip=
            continue
        fi
        case $argument in
            --) ;;
            --de | --det | --deta | --detac | --detach) detach=yes ;;
            --m | --mo | --mon | --moni | --monit | --monito | --monitor) monitor=yes ;;
            --no-c | --no-ch | --no-chd | --no-chdi | --no-chdir) no_chdir=yes ;;
            --l | --lo | --log | --log-* | --log=*) log_file=$(log_file_of "$argument") ;;
            --us=* | --use=* | --user=*) choose_user "${argument#*=}" ;;
            --us | --use | --user) skip=user ;;
            --remote | --unixctl | --run | --syslog-method | --syslog-target | --bootstrap-ca-cert | \
                --peer-ca-cert | --private-key | --certificate | --ca-cert | --ssl-protocols | --ssl-ciphers | \
                --sync-from | --sync-exclude-tables | -p | -c | -C) skip=yes ;;
            -*) ;;
            *) count_database "$argument" ;;
        esac
    done
    [ -n "$any_file" ] || count_database "${OVS_DBDIR:-${OVS_SYSCONFDIR:-/etc}/openvswitch}/conf.db"
}

# Finds how to become USER[:GROUP], or why that cannot be, which the server will say in its turn among its options.
choose_user() {
    [ -z "$OVSDB_USER_REFUSED" ] || return 0
    OVSDB_USER=${1:-:}
    user=${1%%:*} group=
    case $1 in *:*) group=${1#*:} ;; esac
    if [ "$(id -u)" != 0 ]; then
        OVSDB_USER_REFUSED="only root can use --user option"
        return 0
    fi
    [ -n "$user" ] || user=$(id -un)
    find_user_and_group "$1" || return 0
    become="setpriv --reuid=$uid --regid=$gid --clear-groups --inh-caps=-all"
    # Where a container's root may not do that, the rest is done.
    ! $become --bounding-set=-all true 2>/dev/null || become="$become --bounding-set=-all"
    if ! why=$($become true 2>&1); then
        OVSDB_USER_REFUSED="cannot become $user with setpriv(1): $why"
    fi
}

# By name only. Sets uid and gid, or OVSDB_USER_REFUSED.
find_user_and_group() {
    entry=$(getent passwd "$user") || entry=
    case $entry in
        "$user":*) ;;
        *)
            OVSDB_USER_REFUSED="user $user not found, aborting."
            return 1
            ;;
    esac
    IFS=: read -r _ _ uid primary _ <<EOF
$entry
EOF
    gid=$primary
    [ -n "$group" ] || return 0
    entry=$(getent group "$group") || entry=
    case $entry in
        "$group":*) ;;
        *)
            OVSDB_USER_REFUSED="group $group not found, aborting."
            return 1
            ;;
    esac
    IFS=: read -r _ _ gid members <<EOF
$entry
EOF
    case ,$members, in *,"$user",*) return 0 ;; esac
    [ "$gid" != "$primary" ] || return 0
    OVSDB_USER_REFUSED="Invalid --user option $1 (user $user is not in group $group), aborting."
    return 1
}

# The log file is opened before the user is changed, and is that user's then.
give_log_file() {
    [ -n "$log_file" ] || return 0
    (umask o= && : >>"$log_file" && chown "$uid:$gid" "$log_file") 2>/dev/null || :
}

log_file_of() {
    folder=${OVS_LOGDIR:-/var/log/openvswitch}
    case $1 in
        *=/*) printf '%s' "${1#*=}" ;;
        *=*) printf '%s/%s' "$folder" "${1#*=}" ;;
        *) printf '%s/ovsdb-server.log' "$folder" ;;
    esac
}

count_database() {
    any_file=yes
    [ ! -f "$1" ] || [ ! -r "$1" ] || database_bytes=$((database_bytes + $(wc -c <"$1")))
}

# What suits a server depends on how much it holds. What OVSDB_JAVA_OPTS says comes later and wins; the JVM takes one collector
# only, so whoever names one gets none of ours. Rows that are still there when the young ones are looked at mostly stay: they are
# moved once.
choose_heap() {
    case ${OVSDB_JAVA_OPTS:-} in
        *-XX:+Use*GC*) heap= ;;
        *)
            heap="-XX:+UseSerialGC -Xmn64m"
            [ "$database_bytes" -lt 16777216 ] || heap=$(short_pauses)
            ;;
    esac
    heap="$heap -XX:MaxTenuringThreshold=0"
    [ "$database_bytes" -lt 16777216 ] || heap="$heap $(room_to_load)"
}

# With much to hold the pauses count: rows are moved in small portions.
short_pauses() {
    printf '%s' "-XX:+UseG1GC -XX:MaxGCPauseMillis=50 -XX:+UnlockExperimentalVMOptions -XX:G1NewSizePercent=2"
}

# Room for what the files hold, which is about 2.5 times their size, and for reading it, so that the heap need not grow again and
# again at the start. Whoever sizes the heap sizes all of it.
room_to_load() {
    case ${OVSDB_JAVA_OPTS:-} in *-Xm[nsx]* | *HeapSize* | *NewSize=* | *RAM*) return 0 ;; esac
    megabytes=$((database_bytes / 1048576))
    [ "$megabytes" -le 1024 ] || megabytes=1024
    printf '%s' "-Xms$((megabytes * 5))m"
}

# Starts the command in a session of its own, shows what it says until it is ready, and ends: with status 0 then, else with
# its status. The server gets no other stream of ours, so that nobody who reads those waits for it.
detach() {
    folder=$(mktemp -d "${TMPDIR:-/tmp}/ovsdb.XXXXXX")
    mkfifo "$folder/said"
    ready="ovsdb-server: ready ($$)"
    (
        # Relative names are taken from this folder, also where the process leaves it.
        export OVSDB_DIRECTORY="$PWD"
        [ -n "$no_chdir" ] || cd /
        OVSDB_READY=$ready exec $(new_session) "$@"
    ) </dev/null >/dev/null 2>"$folder/said" &
    daemon=$!
    status=
    while IFS= read -r line || [ -n "$line" ]; do
        if [ "$line" = "$ready" ]; then
            status=0
            break
        fi
        printf '%s\n' "$line" >&2
    done <"$folder/said"
    rm -rf "$folder"
    if [ -z "$status" ]; then
        status=0
        wait "$daemon" || status=$?
    fi
    exit "$status"
}

# The command that gives another a session of its own, where there is one.
new_session() {
    ! command -v setsid >/dev/null 2>&1 || printf setsid
}
