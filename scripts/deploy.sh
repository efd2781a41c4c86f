#!/usr/bin/env bash
# Deploys this commit to a stage, verifies it, and goes back to the last good release when it does not work.
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
Usage: scripts/deploy.sh -e <stage> [-d <domain>] [-c <certificate>] [--skip-tests] [--dry-run]

  -e, --environment   staging, production, development, or a stage of your own
  -d, --domain        host of the site, your-domain.com or staging.your-domain.com; production needs one
  -c, --certificate   ARN of a certificate in us-east-1 that covers the site's and the API's host;
                      without it one is issued and validated through Route 53
      --skip-tests    for what was tested already; rows of the last release are looked at all the same
      --dry-run       checks everything and shows what would change (sst diff); changes nothing
  -h, --help          this

  scripts/deploy.sh -e production -d your-domain.com \
    -c arn:aws:acm:us-east-1:123456789012:certificate/your-cert-id
  scripts/deploy.sh -e staging -d staging.your-domain.com -c <the same certificate>

What else a stage decides stands in .env.<stage>: docs/deploy.md lists it.

Exit codes: 0 deployed and verified · 2 wrong options · 3 something is missing, nothing was changed · 4 tests failed,
nothing was changed · 5 the deployment failed · 6 it does not work; after 5 and 6 the last good release runs again,
unless the last lines say otherwise · 7 rolling back failed as well: somebody has to look at once
TEXT
}

stage='' domain=${PHOTO_APP_DOMAIN:-} certificate=${PHOTO_APP_CERTIFICATE_ARN:-} tests=yes dry_run=no
who='' commit='' tag=''

parse() {
  while [ $# -gt 0 ]; do
    case $1 in
      -e | --environment | -d | --domain | -c | --certificate)
        [ $# -ge 2 ] && [ -n "$2" ] || die "$EXIT_USAGE" "$1 needs a value. --help tells more."
        case $1 in
          -e | --environment) stage=$2 ;;
          -d | --domain) domain=$2 ;;
          *) certificate=$2 ;;
        esac
        shift 2
        ;;
      --skip-tests) tests=no && shift ;;
      --dry-run) dry_run=yes && shift ;;
      -h | --help) usage && exit 0 ;;
      *) die "$EXIT_USAGE" "There is no option $1. --help tells more." ;;
    esac
  done
  [ -n "$stage" ] || die "$EXIT_USAGE" "-e names the stage: -e staging. --help tells more."
  valid_stage "$stage" || die "$EXIT_USAGE" "\"$stage\" is no stage that can be deployed."
  [ -z "$domain" ] || [[ $domain =~ ^[a-z0-9-]+(\.[a-z0-9-]+)+$ ]] || die "$EXIT_USAGE" "\"$domain\" is no domain."
  [ -z "$certificate" ] || [ -n "$domain" ] || die "$EXIT_USAGE" "-c needs -d as well."
  [ "$stage" != production ] || [ -n "$domain" ] || die "$EXIT_USAGE" "Production needs a domain: -d your-domain.com"
  # What sst.config.ts reads.
  if [ -n "$domain" ]; then export PHOTO_APP_DOMAIN=$domain; fi
  if [ -n "$certificate" ]; then export PHOTO_APP_CERTIFICATE_ARN=$certificate; fi
}

# What is deployed has to be a commit: it is what a rollback goes back to.
check_commit() {
  commit=$(git rev-parse HEAD)
  if [ -n "$(git status --porcelain)" ]; then
    [ "$dry_run" = yes ] || die "$EXIT_PREFLIGHT" "There are changes that are not committed: commit or stash them."
    warn "There are changes that are not committed: --dry-run looks at them, a deployment would refuse."
  fi
  note "Commit ${commit:0:9}, $(git log -1 --format=%s)"
}

preflight() {
  step "Before deploying to ${stage}"
  check_tools
  check_credentials
  check_commit
  if [ -n "$certificate" ]; then check_certificate; fi
  if [ -n "$domain" ]; then check_zone; fi
  check_secrets
}

run_tests() {
  if [ "$tests" = yes ]; then
    step "Tests"
    npm test >&2 || die "$EXIT_TESTS" "Tests failed; nothing was changed."
  fi
  step "Rows of the last release"
  npm run --silent shapes >&2 ||
    die "$EXIT_TESTS" "This commit and the last release would not read each other's rows; nothing was changed."
}

# Goes back when there is something to go back to. What to do when there is not depends on the stage, not on us.
go_back() {
  local code=$1 found=0
  if ! record bad; then warn "The failure could not be noted in the stage's table."; fi
  ops releases target --stage "$stage" >&2 || found=$?
  # 4: there is none. Anything else: the rollback itself tells.
  if [ "$found" -eq 4 ]; then
    die "$code" "Stage ${stage} has no earlier good release to go back to: it stays as it is, and does not work." \
      "Put it right and deploy again."
  fi
  "$root/scripts/rollback.sh" --environment "$stage" ||
    die "$EXIT_ROLLBACK" "ROLLING BACK FAILED AS WELL. Stage ${stage} is in an unknown state: look at it now." \
      "docs/deploy.md, \"When rolling back fails\", tells what to do."
  die "$code" "Commit ${commit:0:9} is not running on ${stage}: the last good release is again."
}

deploy() {
  local log
  tag="$stage-$(date -u +%Y%m%dT%H%M%SZ)-${commit:0:7}"
  step "Deploying ${tag}"
  log=$(mktemp)
  # shellcheck disable=SC2064 # The name of now is meant.
  trap "rm -f '$log'" EXIT
  if ! sst deploy --stage "$stage" 2>&1 | tee "$log" >&2; then
    if grep -qiE 'concurrent update|sst unlock' "$log"; then
      die "$EXIT_DEPLOY" "Somebody else is deploying to ${stage}; nothing was changed." \
        "If nobody is, a deployment was cut off: npx sst unlock --stage ${stage}"
    fi
    warn "The deployment failed; a part of it may be running."
    git tag -a "$tag" -m "Deployment to ${stage} by ${who}, failed"
    go_back "$EXIT_DEPLOY"
  fi
  git tag -a "$tag" -m "Deployed to ${stage} by ${who}"
  if git remote get-url origin >/dev/null 2>&1 && ! git push --quiet origin "refs/tags/$tag"; then
    warn "The tag ${tag} could not be pushed: push it, or others go back by the commit alone."
  fi
}

parse "$@"
preflight
run_tests
if [ "$dry_run" = yes ]; then
  step "What would change"
  sst diff --stage "$stage" >&2 || die "$EXIT_DEPLOY" "sst diff failed; nothing was changed."
  exit 0
fi
deploy
step "Verifying"
verify || {
  warn "It does not work."
  go_back "$EXIT_VERIFY"
}
record good || die "$EXIT_VERIFY" "Stage ${stage} works, but its release could not be noted: a rollback would not know it." \
  "npm run ops -- releases record --help"
step "${tag} runs on ${stage}: ${site} (CDN ${distribution:-none})"
