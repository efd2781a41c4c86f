# shellcheck shell=bash
# What the scripts share. Sourced with `root` set to the checkout.

# Exit codes: scripts and workflows tell failures apart by them.
export EXIT_USAGE=2 EXIT_PREFLIGHT=3 EXIT_TESTS=4 EXIT_DEPLOY=5 EXIT_VERIFY=6 EXIT_ROLLBACK=7

step() { printf '\n── %s\n' "$*" >&2; }
note() { printf '   %s\n' "$*" >&2; }
warn() { printf '   ! %s\n' "$*" >&2; }

# die CODE MESSAGE…: says every line of why, and ends
die() {
  local code=$1 line
  shift
  for line in "$@"; do printf '✗ %s\n' "$line" >&2; done
  exit "$code"
}

sst() { npx --no-install sst "$@"; }
ops() { npm run --silent ops -- "$@"; }
# With the secrets of the stage at hand
ops_with_secrets() { sst shell --stage "$stage" -- npm run --silent ops -- "$@" --stage "$stage"; }

# fields NAME…: fields of the JSON object on the standard input, one a line; an empty line where there is none
fields() {
  node -e 'const v = JSON.parse(require("fs").readFileSync(0, "utf8") || "{}")
    for (const name of process.argv.slice(1)) console.log(v[name] ?? "")' "$@"
}

# api_host DOMAIN: `api.` before a bare domain, `api-staging.` in place of a first label `staging.`: so that the one
# certificate for *.your-domain.com covers it. infra/settings.ts has the same rule, and a test holds both together.
api_host() {
  local domain=$1 parent=${1#*.}
  if [[ $parent != *.* || $parent =~ ^(co|ne|or|ac|go|gr|ed|lg|com|net|org|gov|edu)\.[a-z]{2}$ ]]; then
    printf 'api.%s' "$domain"
  else
    printf 'api-%s.%s' "${domain%%.*}" "$parent"
  fi
}

# covers NAME HOST: whether a name of a certificate covers a host; `*` stands for exactly one label
covers() { [ "$1" = "$2" ] || { [[ $1 == '*.'* ]] && [ "${2#*.}" = "${1#*.}" ]; }; }

# at_least VERSION WANTED: whether 2.15.0 is at least 2.9
at_least() {
  local have want i
  IFS=. read -ra have <<<"$1"
  IFS=. read -ra want <<<"$2"
  for i in "${!want[@]}"; do
    if ((${have[i]:-0} != want[i])); then
      ((${have[i]:-0} > want[i]))
      return
    fi
  done
}

# Nobody waits for a stage of one's own: infra/stages.ts gives the canary to these alone.
has_canary() { [ "$stage" = staging ] || [ "$stage" = production ]; }

valid_stage() { [[ $1 =~ ^[a-z][a-z0-9-]{0,30}$ ]] && [ "$1" != local ]; }
