# shellcheck shell=sh
# Finds Java and starts the program with it. Read by demarche, here and in a distribution, after it has set
#   home  the folder with rules and facts
#   lib   the folder with demarche.jar, demarche-libraries.jar and demarche.id
# Every process that is started here costs a millisecond, so there are as few as can be.

say() { printf 'demarche: %s\n' "$1" >&2; }
fail() {
  say "$1"
  exit 1
}

# Sets java, jdk (the folder it is in), version (17, 25, …) and release, which no other Java has.
find_java() {
  if [ -x "$home/java/bin/java" ]; then
    java=$home/java/bin/java
  elif [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is '$JAVA_HOME', but there is no Java in it; Demarche needs Java 17 or newer."
  else
    java=$(command -v java) || fail "there is no Java on the PATH and JAVA_HOME is not set; Demarche needs Java 17 or newer."
  fi
  jdk=${java%/bin/java}
  if [ ! -r "$jdk/release" ]; then
    resolve "$java"
    jdk=${resolved%/bin/java}
  fi
  full= runtime= maker=
  # Most Javas say in a file what they are; asking them costs a start of the JVM.
  if [ -r "$jdk/release" ]; then
    while [ -z "$full" ] && IFS='=' read -r key value; do
      value=${value#\"}
      value=${value%\"*}
      case $key in
        IMPLEMENTOR) maker=$value ;;
        JAVA_RUNTIME_VERSION) runtime=$value ;;
        JAVA_VERSION) full=$value ;;
      esac
    done <"$jdk/release"
  fi
  if [ -z "$full" ]; then
    full=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
  fi
  release="${runtime:-$full} ${maker%%/*}"
  version=${full#1.}
  version=${version%%[!0-9]*}
  [ -n "$version" ] || fail "cannot tell the version of $java; Demarche needs Java 17 or newer."
  [ "$version" -ge 17 ] || fail "$java is Java $full; Demarche needs Java 17 or newer."
}

# Sets cache, where this user keeps what makes starts fast; empty where nothing is to be kept.
find_cache() {
  if [ -n "${DEMARCHE_CACHE+set}" ]; then
    cache=$DEMARCHE_CACHE
    case $cache in
      '' | off) cache= ;;
      /*) ;;
      *) cache=$PWD/$cache ;;
    esac
  else
    cache=${XDG_CACHE_HOME:-}
    [ "${cache#/}" != "$cache" ] || cache=${HOME:+$HOME/.cache}
    cache=${cache:+$cache/demarche}
  fi
}

# Sets kind. From 25 on Java loads all that is archived at every start, so what only some commands need has an archive of its own. A case
# that is older than what was last kept has mostly been run before, and then no rule fires; where that is wrong, it is only slower.
find_kind() {
  case ${1-} in
    check | test | fmt | schema | new | repl | trace | cache | completion | man) kind=other ;;
    run)
      kind=again
      [ -n "$cache" ] && [ -d "$cache/work" ] || kind=ask
      for given; do
        for file in "$given" "$given"/*; do
          [ ! "$file" -nt "$cache/work" ] || kind=ask
        done
      done
      ;;
    *) kind=ask ;;
  esac
}

# Sets archive, the archive of classes to use, if there is one. Its name says of which program and for which Java it is, and it has the
# time of the jar: where the jar is another one, Java would silently not use it, and where it was written over, Java would crash.
find_archive() {
  archive=
  read -r id 2>/dev/null <"$lib/demarche.id" || return
  if [ "$version" -ge 25 ]; then
    name="$id $release $kind.aot"
  else
    name="$id $release.jsa"
  fi
  # One is for all users of the program, where somebody has made it; but not after the program was moved.
  shared=$lib/archives/$name
  name_home
  own=${cache:+$cache/jvm/$flat $name}
  place=
  [ ! -f "$lib/archives/place" ] || read -r place <"$lib/archives/place"
  if [ "$place" = "$home" ] && usable "$shared"; then
    archive=$shared
  # What somebody else has made here may be anything.
  elif [ -n "$own" ] && [ -O "$own" ] && usable "$own"; then
    archive=$own
  fi
}

# Sets flat, the folder of the program as a name: + for /, since Java would read a % its own way.
name_home() {
  set -f
  IFS=/
  # shellcheck disable=SC2086 # it is to be split
  set -- $home
  IFS=+
  flat="$*"
  unset IFS
  set +f
}

usable() {
  [ -f "$1" ] && ! [ "$1" -nt "$lib/demarche.jar" ] && ! [ "$1" -ot "$lib/demarche.jar" ]
}

# Flags that every start has: the time that the better compiler and the better collector take is never won back.
# What Java thinks of an archive it tells on standard output, and is told not to.
set_flags() {
  flags="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms64m -Xlog:disable"
  # Where an archive is in memory does not matter here, and moving it takes time; a later Java may not know this.
  [ "$version" -gt 25 ] || flags="$flags -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0"
  # From 24 on Java warns of native code; the lines of a session (repl) are read with some.
  [ "$version" -lt 24 ] || flags="$flags --enable-native-access=ALL-UNNAMED"
}

# Makes the archive $1, which the umask $2 lets others read or not, from a run of many commands, and tries it before it gets its name.
make_archive() {
  umask "$2"
  mkdir -p "${1%/*}" 2>/dev/null || return
  made=$1
  # One at a time; and where it cannot be made, it is not tried again with every command.
  [ -z "$(find "$made.making" -mmin +60 2>/dev/null)" ] || rm -f "$made.making"
  (set -C && : >"$made.making") 2>/dev/null || return
  new=$made.new
  if [ "$version" -ge 25 ]; then
    record=-XX:AOTCacheOutput=$new try="-XX:AOTMode=on -XX:AOTCache="
  else
    record=-XX:ArchiveClassesAtExit=$new try="-Xshare:on -XX:SharedArchiveFile="
  fi
  [ "$version" -ge 25 ] || kind=all
  # Commands that reason mostly find their rules read: what reading them takes does not belong into their archive.
  # shellcheck disable=SC2086 # flags and gently are lists
  [ "$kind" = other ] || [ "$kind" = all ] ||
    $gently "$java" $flags "-Ddemarche.home=$home" -cp "$lib/demarche.jar" org.demarche.cli.Training "$kind" </dev/null >/dev/null 2>&1
  # shellcheck disable=SC2086
  if $gently "$java" $flags "$record" "-Ddemarche.home=$home" -cp "$lib/demarche.jar" org.demarche.cli.Training "$kind" &&
    "$java" $flags "${try%% *}" "${try#* }$new" -cp "$lib/demarche.jar" org.demarche.cli.Main --version; then
    touch -r "$lib/demarche.jar" "$new" && mv -f "$new" "$made" && usable "$made" && rm -f "$made.making" && remove_old
  else
    rm -f "$new"*
    return 1
  fi </dev/null >/dev/null 2>&1
}

# Archives of programs that were in this place before.
remove_old() {
  for old in "${made%"$name"}"*.jsa* "${made%"$name"}"*.aot*; do
    case $old in
      "${made%"$name"}$id "*) ;;
      *) rm -f "$old" ;;
    esac
  done
}

# When this command has ended, for the next one; it may run for days.
make_archive_later() {
  (
    trap '' HUP INT
    waited=0
    while kill -0 "$$" && [ "$waited" -lt 30 ]; do
      sleep 1
      waited=$((waited + 1))
    done
    gently='nice -n 19'
    make_archive "$own" 077
  ) </dev/null >/dev/null 2>&1 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&- &
}

# demarche cache warm: now, and for all users where the program can be written to.
warm() {
  gently=
  kinds='again ask other'
  [ "$version" -ge 25 ] || kinds=all
  for kind in $kinds; do
    find_archive
    if [ -n "$archive" ]; then
      say "already warm: $archive"
      continue
    fi
    say "running some commands, so that later ones start faster"
    if [ -w "$lib" ] && make_archive "$shared" 022; then
      printf '%s\n' "$home" >"$lib/archives/place"
    else
      { [ -n "$own" ] && make_archive "$own" 077; } ||
        fail "nothing could be kept for faster starts, neither in ${shared%/*} nor in ${own:-a cache, which is off}."
    fi
    say "kept in $made"
    # Before 25 Java compares the place of the program, in which it has written such characters another way, with where it finds classes.
    case $version:$lib in
      17:*[!A-Za-z0-9/._~+-]*) say "but Java 17 cannot use it for a program in a folder with a blank or the like in its path: $lib" ;;
    esac
  done
  exit 0
}

launch() {
  # Java reads file names and arguments in the locale's encoding, and in the C locale loses all but ASCII.
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
    *) export LC_ALL=C.UTF-8 ;;
  esac

  case $lib in
    *:*) fail "Java cannot use a program in a folder with a colon in its path: $lib. Move it elsewhere." ;;
  esac
  # Else the first file that Java opens would be taken for what is typed.
  { true 3<&0; } 2>/dev/null || exec </dev/null

  find_cache
  find_kind "$@"
  find_archive
  set_flags
  [ "${1-} ${2-}" != "cache warm" ] || warm
  if [ -z "$archive" ]; then
    [ -z "$own" ] || [ -n "${DEMARCHE_JAVA_OPTS:-}" ] || [ "${fresh:-no}" = yes ] || make_archive_later
    [ "$kind" != again ] || { kind=ask && find_archive; }
  fi
  if [ -n "$archive" ] && [ "$version" -ge 25 ]; then
    archive=-XX:AOTCache=$archive
  elif [ -n "$archive" ]; then
    archive=-XX:SharedArchiveFile=$archive
  fi

  columns=${COLUMNS:-}
  stdin_tty=false stdout_tty=false stderr_tty=false
  [ -t 0 ] && stdin_tty=true
  [ -t 2 ] && stderr_tty=true
  if [ -t 1 ]; then
    stdout_tty=true
    if [ -z "$columns" ]; then
      columns=$(stty size 2>/dev/null </dev/tty)
      columns=${columns#* }
    fi
  fi
  set -- org.demarche.cli.Main "$@"
  case $columns in
    '' | 0 | *[!0-9]*) ;;
    *) set -- "-Ddemarche.columns=$columns" "$@" ;;
  esac

  # Java 17 knows the encoding of standard output by its older name only.
  # shellcheck disable=SC2086 # flags and DEMARCHE_JAVA_OPTS are lists
  exec "$java" $flags ${archive:+"$archive"} \
    -Dfile.encoding=UTF-8 \
    -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    -Dsun.stdout.encoding=UTF-8 -Dsun.stderr.encoding=UTF-8 \
    "-Ddemarche.home=$home" \
    -Ddemarche.stdin.tty=$stdin_tty -Ddemarche.stdout.tty=$stdout_tty -Ddemarche.stderr.tty=$stderr_tty \
    ${DEMARCHE_JAVA_OPTS:-} \
    -cp "$lib/demarche.jar" "$@"
}
