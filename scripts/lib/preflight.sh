# shellcheck shell=bash
# What must be so before anything is deployed. Each check ends the script with what to do, or says what it found.

check_tools() {
  local node npm aws
  node=$(node --version 2>/dev/null) || die "$EXIT_PREFLIGHT" "node is missing: https://nodejs.org, version 20.19 or newer."
  at_least "${node#v}" 20.19 || die "$EXIT_PREFLIGHT" "node ${node} is too old: 20.19 or newer is needed."
  npm=$(npm --version 2>/dev/null) || die "$EXIT_PREFLIGHT" "npm is missing: it comes with node."
  at_least "$npm" 10 || die "$EXIT_PREFLIGHT" "npm ${npm} is too old: npm install -g npm"
  aws=$(aws --version 2>/dev/null) || die "$EXIT_PREFLIGHT" "The AWS CLI is missing: https://aws.amazon.com/cli"
  aws=${aws#aws-cli/}
  aws=${aws%% *}
  at_least "$aws" 2 || die "$EXIT_PREFLIGHT" "AWS CLI ${aws} is too old: version 2 is needed."
  note "node ${node#v}, npm ${npm}, AWS CLI ${aws}"
}

check_credentials() {
  who=$(aws sts get-caller-identity --query Arn --output text 2>/dev/null) ||
    die "$EXIT_PREFLIGHT" "AWS does not know who you are: aws configure, or aws sso login; AWS_PROFILE names a profile."
  [ -z "${GITHUB_ACTOR:-}" ] || who="$GITHUB_ACTOR ($who)"
  note "You are ${who}"
}

check_certificate() {
  local region found status names host name covered
  [[ $certificate =~ ^arn:aws:acm:([a-z0-9-]+):[0-9]{12}:certificate/[A-Za-z0-9-]+$ ]] ||
    die "$EXIT_USAGE" "\"$certificate\" is no ARN of a certificate."
  region=${BASH_REMATCH[1]}
  [ "$region" = us-east-1 ] ||
    die "$EXIT_PREFLIGHT" "The certificate is in ${region}; CloudFront reads those of us-east-1 alone." \
      "Ask for one there: npm run ops -- cert request ${domain} --stage ${stage}"
  # shellcheck disable=SC2016 # The backquotes are JMESPath's.
  found=$(aws acm describe-certificate --certificate-arn "$certificate" --region us-east-1 \
    --query 'Certificate.[Status, join(`,`, SubjectAlternativeNames)]' --output text) ||
    die "$EXIT_PREFLIGHT" "The certificate cannot be read: is it in this account?"
  read -r status names <<<"$found"
  [ "$status" = ISSUED ] ||
    die "$EXIT_PREFLIGHT" "The certificate is ${status}, not ISSUED." \
      "Its DNS records: npm run ops -- cert status ${certificate} --stage ${stage}"
  for host in "$domain" "$(api_host "$domain")"; do
    covered=no
    for name in ${names//,/ }; do if covers "$name" "$host"; then covered=yes; fi; done
    [ "$covered" = yes ] || die "$EXIT_PREFLIGHT" "The certificate does not cover ${host}: it is for ${names//,/, }."
  done
  note "The certificate is issued and covers ${domain} and $(api_host "$domain")"
}

check_zone() {
  local zones zone
  # shellcheck disable=SC2016
  zones=$(aws route53 list-hosted-zones --query 'HostedZones[?Config.PrivateZone==`false`].Name' --output text) ||
    die "$EXIT_PREFLIGHT" "The hosted zones cannot be listed."
  for zone in $zones; do
    zone=${zone%.}
    if [ "$domain" = "$zone" ] || [[ $domain == *".$zone" ]]; then
      note "Route 53 has the zone ${zone}"
      return
    fi
  done
  die "$EXIT_PREFLIGHT" "No public hosted zone of Route 53 in this account is for ${domain}." \
    "Make one, and name its servers at your registrar: docs/deploy.md tells how."
}

# Names and shapes; values are never printed.
check_secrets() {
  local set name fault=() version='[0-9A-Za-z_]+:[0-9A-Za-z_-]{32,128}'
  if ! set=$(sst secret list --stage "$stage" 2>&1) && [[ $set != *"No secrets found"* ]]; then
    die "$EXIT_PREFLIGHT" "The secrets of ${stage} cannot be read: npx sst secret list --stage ${stage} tells why."
  fi
  for name in AuthSecret EmailKey CursorKey TokenKey CdnSecret; do
    grep -Eq "^${name}=${version}(,${version})*\$" <<<"$set" ||
      fault+=("The secret ${name} is missing, or not written as id:secret: npx sst secret set ${name} --stage ${stage}")
  done
  ! has_canary || grep -Eq '^CanarySecret=.{24,}' <<<"$set" ||
    fault+=("The secret CanarySecret is missing or short: npx sst secret set CanarySecret --stage ${stage}")
  [ ${#fault[@]} -eq 0 ] || die "$EXIT_PREFLIGHT" "${fault[@]}" "docs/deploy.md tells how to make them."
  note "All secrets are set"
}
