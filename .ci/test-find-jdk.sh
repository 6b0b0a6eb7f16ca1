#!/usr/bin/env bash
# Tests .mvn/find-jdk.sh on machines made of empty folders.
set -euo pipefail
cd "$(dirname "$0")/.."
machine=$(mktemp -d)
trap 'rm -rf "$machine"' EXIT
failures=0

jdk() { # jdk FOLDER VERSION: a folder that looks like a JDK
  mkdir -p "$machine/$1/bin"
  printf '#!/bin/sh\n' | tee "$machine/$1/bin/java" >"$machine/$1/bin/javac"
  chmod +x "$machine/$1/bin/java" "$machine/$1/bin/javac"
  printf 'IMPLEMENTOR="Test"\nJAVA_VERSION="%s"\n' "$2" >"$machine/$1/release"
}

find_jdk() { # find_jdk [NAME=VALUE…]: what mvnw would use, in the options that mvnw sets
  env -i PATH="/usr/bin:/bin" HOME="$machine/home" BIHUAN_JDK_ROOT="$machine" "$@" \
    sh -euf -c '. ./.mvn/find-jdk.sh; bihuan_find_jdk; echo "${JAVA_HOME#'"$machine"'/}|${MAVEN_OPTS-}"' 2>&1 || true
}

expect() { # expect SENTENCE EXPECTED ACTUAL
  if [[ "$3" == "$2" ]]; then
    echo "ok       $1"
  else
    echo "FAILED   $1"
    echo "         expected: $2"
    echo "         actual:   $3"
    failures=$((failures + 1))
  fi
}

fresh() {
  rm -rf "${machine:?}"/*
  mkdir -p "$machine/home" "$machine/bin"
  # a PATH without any JDK of the machine that runs this test
  for tool in sh sed dirname readlink; do ln -s "$(command -v $tool)" "$machine/bin/$tool"; done
}
path="PATH=$machine/bin"
quiet='--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow '

fresh; jdk elsewhere/jdk-25 25.0.1; jdk usr/lib/jvm/jdk-21 21.0.5
expect "takes JAVA_HOME when it is new enough" "elsewhere/jdk-25|$quiet" "$(find_jdk "$path" JAVA_HOME="$machine/elsewhere/jdk-25")"
expect "gives JDK 21 no option that it does not know" "usr/lib/jvm/jdk-21|" "$(find_jdk "$path")"
expect "keeps the options that are already there" "elsewhere/jdk-25|$quiet-Xmx1g" \
  "$(find_jdk "$path" JAVA_HOME="$machine/elsewhere/jdk-25" MAVEN_OPTS=-Xmx1g)"

fresh; jdk usr/lib/jvm/openjdk-17 17.0.14; jdk usr/lib/jvm/temurin-25 25.0.1
expect "passes over JAVA_HOME 17" "usr/lib/jvm/temurin-25|$quiet" "$(find_jdk "$path" JAVA_HOME="$machine/usr/lib/jvm/openjdk-17")"
ln -s "$machine/usr/lib/jvm/openjdk-17/bin/javac" "$machine/bin/javac"
expect "passes over javac 17 on the PATH" "usr/lib/jvm/temurin-25|$quiet" "$(find_jdk "$path")"
expect "passes over a JAVA_HOME that does not exist" "usr/lib/jvm/temurin-25|$quiet" "$(find_jdk "$path" JAVA_HOME="$machine/gone")"

fresh; jdk some/jdk-23 23.0.2; jdk usr/lib/jvm/jdk-25 25
mkdir -p "$machine/alternatives"
ln -s "$machine/some/jdk-23/bin/javac" "$machine/alternatives/javac"
ln -s ../alternatives/javac "$machine/bin/javac"
expect "follows links from the PATH, relative ones too" "some/jdk-23|" "$(find_jdk "$path")"

fresh; jdk usr/lib/jvm/jdk-21 21.0.5; jdk usr/lib/jvm/jdk-24 24.0.1; jdk usr/lib/jvm/jdk-17 17.0.2
expect "takes the newest of several" "usr/lib/jvm/jdk-24|$quiet" "$(find_jdk "$path")"

fresh; jdk home/.sdkman/candidates/java/21.0.5-tem 21.0.5
expect "finds the JDK of SDKMAN" "home/.sdkman/candidates/java/21.0.5-tem|" "$(find_jdk "$path")"
fresh; jdk home/.jdks/temurin-22 22.0.1
expect "finds the JDK of IntelliJ" "home/.jdks/temurin-22|" "$(find_jdk "$path")"
fresh; jdk Library/Java/JavaVirtualMachines/temurin-21.jdk/Contents/Home 21.0.5
expect "finds the JDK of macOS" "Library/Java/JavaVirtualMachines/temurin-21.jdk/Contents/Home|" "$(find_jdk "$path")"
fresh; jdk home/Library/Java/JavaVirtualMachines/openjdk-23/Contents/Home 23
expect "finds the JDK of a macOS user" "home/Library/Java/JavaVirtualMachines/openjdk-23/Contents/Home|" "$(find_jdk "$path")"
fresh; jdk opt/homebrew/opt/openjdk@21/libexec/openjdk.jdk/Contents/Home 21.0.5
expect "finds the JDK of Homebrew" "opt/homebrew/opt/openjdk@21/libexec/openjdk.jdk/Contents/Home|" "$(find_jdk "$path")"
fresh; jdk "opt/my jdk 21" 21.0.5
expect "copes with blanks in the path" "opt/my jdk 21|" "$(find_jdk "$path")"

fresh; jdk usr/lib/jvm/openjdk-17 17.0.14; jdk usr/lib/jvm/jre-25 25; rm "$machine/usr/lib/jvm/jre-25/bin/javac"
expect "says in one line what to install when there is none" \
  "Bihuan needs a JDK of version 21 or newer and found none: install one (for example Temurin 25, https://adoptium.net) and run this command again." \
  "$(find_jdk "$path")"
expect "copes with an empty HOME" \
  "Bihuan needs a JDK of version 21 or newer and found none: install one (for example Temurin 25, https://adoptium.net) and run this command again." \
  "$(find_jdk "$path" HOME=)"

((failures == 0)) || { echo "find-jdk: $failures failed" >&2; exit 1; }
