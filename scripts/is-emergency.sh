#!/usr/bin/env bash
# is-emergency.sh COMMIT [LABELS]: whether a commit may go to production without an approval. It may when it undoes an
# earlier commit exactly, as `git revert` does, and says so: with [emergency] in its message, or the label `emergency` on
# its pull request. Whoever writes new code under that label still needs the approval.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
commit=$1 labels=${2:-}
message=$(git log -1 --format=%B "$commit")
[[ $message == *'[emergency]'* ]] || grep -qx emergency <<<"$labels" || exit 1
[[ $message =~ This\ reverts\ commit\ ([0-9a-f]{40}) ]] || exit 1
reverted=${BASH_REMATCH[1]}
git merge-base --is-ancestor "$reverted" "$commit^" || exit 1
undone=$(git diff "$reverted" "$reverted^" | git patch-id --stable)
does=$(git diff "$commit^" "$commit" | git patch-id --stable)
[ -n "$does" ] && [ "${does%% *}" = "${undone%% *}" ]
