#!/usr/bin/env bash
# Deploys an earlier release again: functions are updated in place, so going back is deploying.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
# shellcheck source=scripts/lib/common.sh
source "$root/scripts/lib/common.sh"
# shellcheck source=scripts/lib/preflight.sh
source "$root/scripts/lib/preflight.sh"
# shellcheck source=scripts/lib/verify.sh
source "$root/scripts/lib/verify.sh"

usage() {
  cat <<'TEXT'
Usage: scripts/rollback.sh -e <stage> [--to <release>]

  -e, --environment   the stage
      --to            a release's tag, its id, or at least seven digits of its commit;
                      the last good one before the running one when not given
  -h, --help          this

Checks the release out into a folder of its own, installs, deploys, makes the CDN forget everything, and verifies.
`npm run ops -- releases --stage <stage>` lists the releases. It asks nothing: `npm run ops -- rollback` does.

Exit codes: 0 rolled back and verified · 2 wrong options · 3 something is missing, nothing was changed · 7 it failed:
the stage is in an unknown state and somebody has to look at once
TEXT
}

stage='' wanted='' who='' commit='' tag='' domain='' certificate='' running='' folder=''

parse() {
  while [ $# -gt 0 ]; do
    case $1 in
      -e | --environment | --to)
        [ $# -ge 2 ] && [ -n "$2" ] || die "$EXIT_USAGE" "$1 needs a value. --help tells more."
        if [ "$1" = --to ]; then wanted=$2; else stage=$2; fi
        shift 2
        ;;
      -h | --help) usage && exit 0 ;;
      *) die "$EXIT_USAGE" "There is no option $1. --help tells more." ;;
    esac
  done
  [ -n "$stage" ] || die "$EXIT_USAGE" "-e names the stage: -e staging. --help tells more."
  valid_stage "$stage" || die "$EXIT_USAGE" "\"$stage\" is no stage that can be deployed."
}

# Reads which release, with what it was deployed, and what runs instead of it now.
choose() {
  local release words=(releases target --stage "$stage" --json)
  if [ -n "$wanted" ]; then words+=(--to "$wanted"); fi
  release=$(ops "${words[@]}") || die "$EXIT_PREFLIGHT" "There is no such release to go back to; nothing was changed."
  { read -r tag && read -r commit && read -r domain && read -r certificate && read -r running; } < <(
    fields tag commit domain certificate running <<<"$release"
  )
  git fetch --quiet --tags origin 2>/dev/null || note "No tags were fetched; those that are here have to do."
  if git rev-parse --quiet --verify "refs/tags/$tag" >/dev/null; then
    [ "$(git rev-parse "$tag^{commit}")" = "$commit" ] ||
      die "$EXIT_PREFLIGHT" "The tag ${tag} is not the commit that was deployed (${commit:0:9}): somebody has moved it." \
        "Name the commit instead: --to ${commit:0:9}, after deleting the tag here."
  else
    git cat-file -e "$commit^{commit}" 2>/dev/null ||
      die "$EXIT_PREFLIGHT" "Neither the tag ${tag} nor its commit ${commit:0:9} is in this checkout: fetch it."
  fi
}

failed() {
  if ! record bad; then warn "The failure could not be noted in the stage's table."; fi
  die "$EXIT_ROLLBACK" "$1" "ROLLING BACK ${stage} FAILED: it is in an unknown state. Look at it now." \
    "docs/deploy.md, \"When rolling back fails\", tells what to do."
}

clean_up() {
  if [ -n "$folder" ]; then
    git worktree remove --force "$folder/checkout" 2>/dev/null || true
    rm -rf "$folder"
  fi
}

# The release in a checkout of its own: the one of whoever rolls back is left alone.
deploy_release() {
  folder=$(mktemp -d)
  git worktree add --quiet --detach "$folder/checkout" "$commit" || return 1
  local env
  for env in .env ".env.$stage"; do if [ -f "$env" ]; then cp "$env" "$folder/checkout/"; fi; done
  (
    cd "$folder/checkout"
    npm ci --no-audit --no-fund >&2 && sst deploy --stage "$stage" >&2
  ) || return 1
  mkdir -p .sst
  cp "$folder/checkout/.sst/outputs.json" .sst/outputs.json
}

trap clean_up EXIT
parse "$@"
step "Before rolling back ${stage}"
check_tools
check_credentials
choose
step "Going back to ${tag} (${commit:0:9}) from ${running:-nothing}"
if [ -n "$domain" ]; then export PHOTO_APP_DOMAIN=$domain; fi
if [ -n "$certificate" ]; then export PHOTO_APP_CERTIFICATE_ARN=$certificate; fi
deploy_release || failed "The earlier release could not be deployed."
step "The CDN forgets everything"
read_outputs
if [ -n "$distribution" ]; then
  ops cache invalidate '/*' --stage "$stage" --yes >&2 || failed "The CDN could not be told."
else
  note "This stage has no CDN"
fi
step "Verifying"
verify || failed "The earlier release is deployed, but does not work either."
record good "$running" || failed "The earlier release works, but could not be noted as the running one."
step "${tag} runs on ${stage} again"
