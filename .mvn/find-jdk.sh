# Sourced by mvnw: sets JAVA_HOME to a JDK of version 21 or newer, wherever this machine keeps one.
# Order: JAVA_HOME, java on the PATH, then the usual places (the newest found there wins).

bihuan_jdk_version() { # prints the major version of the JDK in $1, or 0 when there is no compiler in it
  if [ ! -x "$1/bin/javac" ] || [ ! -r "$1/release" ]; then
    echo 0
    return
  fi
  v=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  echo "${v:-0}"
}

bihuan_find_jdk() {
  needed=21
  if [ -n "${JAVA_HOME-}" ] && [ "$(bihuan_jdk_version "$JAVA_HOME")" -ge "$needed" ]; then
    return 0
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
    if [ "$(bihuan_jdk_version "$candidate")" -ge "$needed" ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  fi
  best= best_version=0
  set +f
  for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
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
  JAVA_HOME=$best
  export JAVA_HOME
}
