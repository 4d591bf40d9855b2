# Shared by run and check, which read it with "." after setting `root`:
# installs the packages that are missing, sets up build folders, builds.
# Written for any POSIX shell.

# What the program needs, and what the tests need on top.
packages_run='gcc libc6-dev meson ninja-build pkg-config python3
  libutf8proc-dev libjansson-dev'
packages_check='libcmocka-dev'
# Wanted for the tests with a second compiler and of the format; done without
# where the distribution has none.
packages_wish='clang clang-format-14 libclang-rt-14-dev'

LC_ALL=C.UTF-8
export LC_ALL

say() { printf '%s\n' "$*" >&2; }
# The exit status 2 is that of a program that could not start its work.
die() {
  say "$*"
  exit 2
}

is_debian_like() {
  [ -r /etc/os-release ] || return 1
  # shellcheck disable=SC1091
  case " $(. /etc/os-release && echo "${ID:-} ${ID_LIKE:-}") " in
    *' debian '* | *' ubuntu '*) command -v apt-get >/dev/null ;;
    *) return 1 ;;
  esac
}

# Elsewhere nothing is installed: the programs and libraries are looked for.
check_foreign() {
  lacking=
  for tool in cc meson ninja pkg-config python3; do
    command -v "$tool" >/dev/null || lacking="$lacking $tool"
  done
  if command -v pkg-config >/dev/null; then
    for library in "$@"; do
      pkg-config --exists "$library" || lacking="$lacking $library"
    done
  fi
  [ -z "$lacking" ] && return 0
  die "This system is neither Debian nor Ubuntu, so nothing is installed here.
Needed: a C11 compiler, meson (0.61 or later), ninja, pkg-config, Python 3, and
the development files of libutf8proc, jansson and (for ./check) cmocka.
Missing:$lacking"
}

# Prints those of the given packages that are not installed.
missing_of() {
  for package in "$@"; do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) ||
      state=none
    [ "$state" = installed ] || printf '%s ' "$package"
  done
}

# Those of the wishes that are missing; any clang will do.
missing_wishes() {
  for package in $(missing_of $packages_wish); do
    case $package in
      clang) clang_command >/dev/null || printf 'clang ' ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

clang_command() {
  for name in clang clang-14 clang-15 clang-16 clang-17 clang-18 clang-19; do
    command -v "$name" && return 0
  done
  return 1
}

# Sets `as_root` to the word before a command that needs root rights; false
# where there is no way to them.
find_root() {
  as_root=
  [ "$(id -u)" -eq 0 ] && return 0
  as_root=sudo
  command -v sudo >/dev/null
}

# apt_install NEEDED WISHED: the words of both lists; wishes are dropped where
# the distribution does not have them.
apt_install() {
  if ! find_root; then
    [ -n "$1" ] || return 0
    die "Not root, and there is no sudo. As root: apt-get install$(
      printf ' %s' $1)"
  fi
  log=$(mktemp)
  say "Installing with ${as_root:+$as_root }apt-get:$(printf ' %s' $1 $2)"
  if ! $as_root apt-get update >"$log" 2>&1; then
    say "apt-get update failed; trying with the package lists at hand"
  fi
  chosen=$1
  for package in $2; do
    if apt-cache show "$package" >/dev/null 2>&1; then
      chosen="$chosen $package"
    else
      say "not in this distribution, done without: $package"
    fi
  done
  [ -z "$(echo $chosen)" ] && return 0
  if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y \
    --no-install-recommends $chosen >>"$log" 2>&1; then
    tail -n 15 "$log" >&2
    # Wishes alone stop nobody.
    [ -z "$(missing_of $1)" ] || die "Installing failed; the log is in $log"
    say "Installing failed; going on without:$(printf ' %s' $2)"
  fi
  rm -f "$log"
}

# setup_packages run|check
setup_packages() {
  needed=$packages_run
  libraries='libutf8proc jansson'
  wishes=
  if [ "$1" = check ]; then
    needed="$needed $packages_check"
    libraries="$libraries cmocka"
  fi
  if ! is_debian_like; then
    check_foreign $libraries
    return 0
  fi
  needed=$(missing_of $needed)
  # Wishes are asked for together with needs or once: what could not be had is
  # not tried at every start.
  mark=$root/build/.wishes-tried
  if [ "$1" = check ] && [ ! -e "$mark" ]; then wishes=$(missing_wishes); fi
  if [ -n "$needed$wishes" ]; then apt_install "$needed" "$wishes"; fi
  if [ "$1" = check ]; then
    mkdir -p "$root/build"
    : >"$mark"
  fi
}

# setup_build FOLDER OPTIONS...: configures the folder the first time, and
# changes its options when they differ from the last time.
setup_build() {
  folder=$root/$1
  shift
  log=$folder/setup.log
  mkdir -p "$folder"
  if [ -f "$folder/build.ninja" ]; then
    [ "$(cat "$folder/.options" 2>/dev/null)" = "$*" ] && return 0
    set -- --reconfigure "$@"
  fi
  say "Configuring ${folder#"$root"/}"
  if ! meson setup "$folder" "$root" "$@" >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    die "Configuring failed; the log is in $log"
  fi
  [ "$1" = --reconfigure ] && shift
  echo "$*" >"$folder/.options"
}

# build FOLDER: builds with brief progress; compiler messages are shown.
build() {
  python3 "$root/tools/build.py" "$root/$1" && return 0
  say "Building in $1 failed"
  return 1
}
