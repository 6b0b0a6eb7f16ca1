# Sourced by mvnw: sets JAVA_HOME to a JDK of version 21 or newer, wherever this machine keeps one.
# Order: JAVA_HOME, javac on the PATH, then the usual places (the newest found there wins).
# BIHUAN_JDK_ROOT goes before the system's places; only .ci/test-find-jdk.sh sets it.

bihuan_jdk_version() { # prints the major version of the JDK in $1, or 0 when there is no compiler in it
  if [ ! -x "$1/bin/javac" ] || [ ! -r "$1/release" ]; then
    echo 0
    return
  fi
  v=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  echo "${v:-0}"
}

bihuan_use_jdk() { # $1 is its folder, $2 its major version
  JAVA_HOME=$1
  export JAVA_HOME
  # Maven's own libraries make JDK 24 and newer print warnings; JDK 21 does not know the second option.
  if [ "$2" -ge 24 ]; then
    MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS-}"
    export MAVEN_OPTS
  fi
}

bihuan_find_jdk() {
  needed=21
  if [ -n "${JAVA_HOME-}" ]; then
    version=$(bihuan_jdk_version "$JAVA_HOME")
    if [ "$version" -ge "$needed" ]; then
      bihuan_use_jdk "$JAVA_HOME" "$version"
      return 0
    fi
  fi
  javac_on_path=$(command -v javac || true)
  if [ -n "$javac_on_path" ]; then
    while [ -L "$javac_on_path" ]; do
      link=$(readlink "$javac_on_path")
      case "$link" in
      /*) javac_on_path=$link ;;
      *) javac_on_path=$(dirname "$javac_on_path")/$link ;;
      esac
    done
    candidate=$(dirname "$(dirname "$javac_on_path")")
    version=$(bihuan_jdk_version "$candidate")
    if [ "$version" -ge "$needed" ]; then
      bihuan_use_jdk "$candidate" "$version"
      return 0
    fi
  fi
  best='' best_version=0 root=${BIHUAN_JDK_ROOT-}
  set +f
  for candidate in "$root"/usr/lib/jvm/* "$root"/usr/java/* "$root"/opt/java/* "$root"/opt/*jdk* \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
    "$root"/Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$root"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    version=$(bihuan_jdk_version "$candidate")
    if [ "$version" -ge "$needed" ] && [ "$version" -gt "$best_version" ]; then
      best=$candidate best_version=$version
    fi
  done
  set -f
  if [ -z "$best" ]; then
    echo "Bihuan needs a JDK of version 21 or newer and found none: install one (for example Temurin 25, https://adoptium.net) and run this command again." >&2
    return 1
  fi
  bihuan_use_jdk "$best" "$best_version"
}
