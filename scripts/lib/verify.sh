# shellcheck shell=bash
# Whether what was deployed works; used after a deployment and after a rollback.

# read_outputs: what the deployment in this folder gave, if it was of this stage
site='' api='' distribution=''
read_outputs() {
  local of
  site='' api='' distribution=''
  [ -f .sst/outputs.json ] || return 0
  { read -r of && read -r site && read -r api && read -r distribution; } < <(fields stage site api distribution <.sst/outputs.json)
  if [ "$of" != "$stage" ]; then site='' api='' distribution=''; fi
}

# verify: health, CDN, DNS, and a canary's journeys
verify() {
  read_outputs
  if [ -z "$site" ] || [ -z "$api" ]; then
    warn "The deployment gave no addresses."
    return 1
  fi
  # A new name needs some minutes until every resolver knows it.
  note "curl -f ${api}/health"
  curl -fsS --retry 20 --retry-delay 6 --retry-all-errors --max-time 20 -o /dev/null "${api}/health" || return 1
  note "curl -I ${site}"
  curl -fsSI --retry 5 --retry-delay 6 --retry-all-errors --max-time 20 -o /dev/null "$site" || return 1
  if ! has_canary; then
    ops verify --no-canary --stage "$stage" >&2
    return
  fi
  ops_with_secrets canary enrol --yes >&2 || return 1
  ops_with_secrets verify >&2
}

# record OUTCOME [INSTEAD_OF]: notes the release in the stage's table
record() {
  local words=(--stage "$stage" --tag "$tag" --commit "$commit" --by "$who" --outcome "$1" --yes)
  if [ -n "${2:-}" ]; then words+=(--instead-of "$2"); fi
  if [ -n "${domain:-}" ]; then words+=(--domain "$domain"); fi
  if [ -n "${certificate:-}" ]; then words+=(--certificate "$certificate"); fi
  ops releases record "${words[@]}" >&2
}
