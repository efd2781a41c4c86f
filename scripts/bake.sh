#!/usr/bin/env bash
# Lets the canary try what was just deployed for a while, looks at the alarms, and goes back when something is wrong.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
# shellcheck source=scripts/lib/common.sh
source "$root/scripts/lib/common.sh"

usage() {
  cat <<'TEXT'
Usage: scripts/bake.sh -e <stage> [-m <minutes>] [-p <seconds>]

  -e, --environment   the stage
  -m, --minutes       how long; 15 when not given
  -p, --pause         seconds between two tries; 180 when not given: an account may sign in ten times in a
                      quarter of an hour from one address
  -h, --help          this

Two failures in a row, or a critical alarm of the stage that rings, end it: the last good release is deployed again.
Exit codes: 0 nothing was wrong · 2 wrong options · 6 something was, and the last good release runs again · 7 something
was, and rolling back failed as well
TEXT
}

stage='' minutes=15 pause=180
while [ $# -gt 0 ]; do
  case $1 in
    -e | --environment | -m | --minutes | -p | --pause)
      [ $# -ge 2 ] && [ -n "$2" ] || die "$EXIT_USAGE" "$1 needs a value. --help tells more."
      case $1 in
        -e | --environment) stage=$2 ;;
        -m | --minutes) minutes=$2 ;;
        *) pause=$2 ;;
      esac
      shift 2
      ;;
    -h | --help) usage && exit 0 ;;
    *) die "$EXIT_USAGE" "There is no option $1. --help tells more." ;;
  esac
done
valid_stage "$stage" || die "$EXIT_USAGE" "-e names the stage: -e staging. --help tells more."
[[ $minutes =~ ^[0-9]+$ && $pause =~ ^[0-9]+$ ]] || die "$EXIT_USAGE" "Minutes and seconds are whole numbers."

# Alarms of this stage that ring, by name. Elsewhere than in production their names end with the stage's.
ringing() {
  local names
  names=$(aws cloudwatch describe-alarms --state-value ALARM --query 'MetricAlarms[].AlarmName' --output text) || return 1
  for name in $names; do
    if [ "$stage" = production ]; then
      [[ $name == *-staging || $name == *-development ]] || printf '%s\n' "$name"
    elif [[ $name == *"-$stage" ]]; then
      printf '%s\n' "$name"
    fi
  done
}

go_back() {
  warn "$1"
  "$root/scripts/rollback.sh" --environment "$stage" ||
    die "$EXIT_ROLLBACK" "ROLLING BACK FAILED AS WELL. Stage ${stage} is in an unknown state: look at it now."
  die "$EXIT_VERIFY" "$1" "The last good release runs on ${stage} again."
}

has_canary || die "$EXIT_USAGE" "Stage ${stage} has no canary to bake it with."
step "Baking on ${stage} for ${minutes} minutes"
before=$(ringing) || die "$EXIT_PREFLIGHT" "The alarms cannot be read."
until=$((SECONDS + minutes * 60))
misses=0
while :; do
  if ops_with_secrets canary >&2; then misses=0; else misses=$((misses + 1)); fi
  if [ "$misses" -ge 2 ]; then go_back "The canary failed twice in a row."; fi
  # What rang before the deployment is not its fault.
  new=$(ringing | grep -vxF -- "${before:-none}" || true)
  if [ -n "$new" ]; then go_back "An alarm rings: ${new//$'\n'/, }"; fi
  if [ "$SECONDS" -ge "$until" ]; then break; fi
  sleep "$pause"
done
step "Nothing was wrong on ${stage}"
