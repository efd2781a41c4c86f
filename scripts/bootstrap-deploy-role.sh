#!/usr/bin/env bash
# Creates, once a stage, the role that GitHub Actions deploys it with.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
# shellcheck source=scripts/lib/common.sh
source "$root/scripts/lib/common.sh"

usage() {
  cat <<'TEXT'
Usage: scripts/bootstrap-deploy-role.sh -e <stage> -r <owner/name> [--dry-run]

  -e, --environment   the stage
  -r, --repository    the GitHub repository, exactly as GitHub spells it
      --dry-run       shows the change set; changes nothing
  -h, --help          this

Run it as an administrator of the account. Afterwards set the variable AWS_DEPLOY_ROLE of the GitHub environment to what
it prints. Only runs of this repository in the stage's environment may take the role; there is no key to keep or to lose.
TEXT
}

stage='' repository='' options=()
while [ $# -gt 0 ]; do
  case $1 in
    -e | --environment | -r | --repository)
      [ $# -ge 2 ] && [ -n "$2" ] || die "$EXIT_USAGE" "$1 needs a value. --help tells more."
      case $1 in
        -e | --environment) stage=$2 ;;
        *) repository=$2 ;;
      esac
      shift 2
      ;;
    --dry-run) options+=(--no-execute-changeset) && shift ;;
    -h | --help) usage && exit 0 ;;
    *) die "$EXIT_USAGE" "There is no option $1. --help tells more." ;;
  esac
done
valid_stage "$stage" || die "$EXIT_USAGE" "-e names the stage: -e staging. --help tells more."
[[ $repository =~ ^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$ ]] || die "$EXIT_USAGE" "-r names the repository: -r owner/name."

subjects="repo:$repository:environment:$stage"
# Going back must not wait for an approval: see .github/workflows/deploy.yml.
if [ "$stage" = production ]; then subjects+=",repo:$repository:environment:production-emergency"; fi

provider=$(aws iam list-open-id-connect-providers --output text \
  --query "OpenIDConnectProviderList[?ends_with(Arn, 'token.actions.githubusercontent.com')].Arn") ||
  die "$EXIT_PREFLIGHT" "AWS does not know who you are, or you may not do this: aws configure, or aws sso login."
name="photo-sharing-app-$stage-deploy-role"
# The provider that this very stack made stays its own.
if aws cloudformation describe-stack-resource --stack-name "$name" --logical-resource-id Provider >/dev/null 2>&1; then
  provider=''
fi

step "The deploy role of ${stage} for ${repository}"
aws cloudformation deploy --stack-name "$name" --template-file scripts/deploy-role.yaml --capabilities CAPABILITY_NAMED_IAM \
  --no-fail-on-empty-changeset ${options[@]+"${options[@]}"} \
  --parameter-overrides "Stage=$stage" "Repository=$repository" "Environments=$subjects" "ProviderArn=$provider" >&2 ||
  die "$EXIT_DEPLOY" "The role was not created: the CloudFormation stack ${name} tells why."
if [ ${#options[@]} -gt 0 ]; then exit 0; fi
aws cloudformation describe-stacks --stack-name "$name" --query 'Stacks[0].Outputs[0].OutputValue' --output text
