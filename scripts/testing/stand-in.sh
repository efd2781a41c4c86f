#!/usr/bin/env bash
# Takes the place of aws, npx, npm and curl in the tests: notes how it is called, and answers as the test says. Each
# line of $STAND_INS/answers is a pattern, an exit code, how many calls it is for, and what is printed, with tabs between;
# the first that fits counts.
set -euo pipefail
line="${0##*/} $*"
printf '%s\n' "$line" >>"$STAND_INS/calls"

# What is called through another: `npx sst shell -- npm …` calls npm in turn.
if [[ $line =~ ^npx\ --no-install\ sst\ shell && $line == *' -- '* ]]; then
  while [ "$1" != -- ]; do shift; done
  shift
  exec "$@"
fi
# As `sst deploy` does in the folder where it is called.
if [[ $line =~ ^npx\ --no-install\ sst\ deploy ]]; then
  mkdir -p .sst
  cp "$STAND_INS/outputs.json" .sst/outputs.json
  git rev-parse HEAD >>"$STAND_INS/deployed"
  env | grep '^PHOTO_APP_' | sort >"$STAND_INS/settings" || true
fi
while IFS=$'\t' read -r pattern code times text; do
  if [[ $line =~ $pattern ]] && [ "$(grep -cE -- "$pattern" "$STAND_INS/calls")" -le "$times" ]; then
    printf '%b' "$text"
    exit "$code"
  fi
done <"$STAND_INS/answers"
printf 'nobody expected: %s\n' "$line" >&2
exit 99
