import type { RemovalModel } from './removal.ts';

/**
 * The removal for bash, with the Azure CLI: ids only, in the order of a run. The commands of `az managedservices` ask for a
 * version of the service that refuses just-in-time access, so Azure Resource Manager is asked by id.
 * https://learn.microsoft.com/azure/lighthouse/how-to/remove-delegation, https://learn.microsoft.com/cli/azure/use-azure-cli-rest-command
 */
export function removalBash(model: RemovalModel): string {
  const { tenantId, fingerprint, delegations, copies, copiesAgain, delegationsAgain } = model;
  const call = (name: string, ...ids: readonly string[]) => [`  ${name}`, ...ids.map((id) => `'${id}'`)].join(' ');
  const part = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [`  # ${title}`, ...lines]);
  return `${[
    '#!/usr/bin/env bash',
    `# Fingerprint of the review: ${fingerprint}`,
    '# May be run again: what is gone is left alone.',
    '',
    'steps() {',
    ...part(
      'Delegations, each only while it belongs to the offer that was reviewed.',
      delegations.map(({ id, copyId }) => call('take_away', id, copyId)),
    ),
    ...part(
      'Azure needs a while: until each of them is gone.',
      delegations.map(({ id }) => call('gone', id)),
    ),
    ...part(
      'Copies of the offer, now that nothing refers to them. Azure refuses while something does.',
      copies.map((id) => call('delete_copy', id)),
    ),
    ...part(
      'What stays and shared access with what went is written again, as Azure has it now: first its copy,',
      copiesAgain.map((id) => call('write_again', id)),
    ),
    ...part(
      'then what is delegated to it, never what somebody has taken away since.',
      delegationsAgain.map(({ id, copyId }) => call('give_back', id, copyId)),
    ),
    '}',
    '',
    functions(tenantId),
    '',
    'steps',
    `[ "$refused" = ' ' ] || { say 'Not everything was done; see above.'; exit 1; }`,
  ].join('\n')}\n`;
}

/** What of a copy may be written: all that it says, and nothing that Azure adds. */
const shape =
  'merge({properties: merge({registrationDefinitionName: properties.registrationDefinitionName, ' +
  'managedByTenantId: properties.managedByTenantId, authorizations: properties.authorizations}, ' +
  'properties.description && {description: properties.description} || `{}`, ' +
  'properties.eligibleAuthorizations && {eligibleAuthorizations: properties.eligibleAuthorizations} || `{}`)}, ' +
  'plan && {plan: plan} || `{}`)';

function functions(tenantId: string): string {
  return String.raw`set -uo pipefail
export MSYS_NO_PATHCONV=1
version=2022-10-01
pause=${'$'}{PAUSE:-15}
refused=' '
[ "$(az account show --query tenantId --output tsv)" = '${tenantId}' ] || az login --tenant '${tenantId}' || exit 1

say() { printf '%s\n' "$*" >&2; }
refuse() { say "FAILED $1: $2"; refused="$refused$1 "; return 1; }
lower() { printf '%s' "$1" | tr '[:upper:]' '[:lower:]'; }
# Ends with 3 where there is nothing.
show() { az resource show --ids "$1" --api-version "$version" --query "$2" --output tsv --only-show-errors 2>&1; }
send() { az rest --method "$1" --url "$2?api-version=$version" --output none --only-show-errors "${'$'}{@:3}"; }
# Ends with 0 where the delegation is there and refers to this copy, with 3 where there is none.
look() {
  local answer code
  answer=$(show "$1" properties.registrationDefinitionId)
  code=$?
  [ $code -eq 3 ] && return 3
  [ $code -eq 0 ] || { refuse "$1" "$answer"; return; }
  [ "$(lower "$answer")" = "$(lower "$2")" ] || refuse "$1" 'it refers to another copy than was reviewed'
}
take_away() {
  look "$1" "$2"
  case $? in
    0) send delete "$1" || refuse "$1" 'Azure did not take the deletion' ;;
    3) say "Not there any more: $1" ;;
  esac
}
gone() {
  case "$refused" in *" $1 "*) return 1 ;; esac
  for _ in $(seq 40); do
    show "$1" id > /dev/null
    [ $? -eq 3 ] && { say "Gone: $1"; return; }
    sleep "$pause"
  done
  refuse "$1" 'it is still there'
}
delete_copy() {
  show "$1" id > /dev/null
  [ $? -eq 3 ] && { say "Not there any more: $1"; return; }
  for _ in $(seq 8); do
    send delete "$1" && { gone "$1"; return; }
    sleep "$pause"
  done
  refuse "$1" 'Azure did not take the deletion'
}
settled() {
  local state
  for _ in $(seq 40); do
    state=$(show "$1" properties.provisioningState) || break
    case "$state" in
      Succeeded) say "Written again: $1"; return ;;
      Failed | Canceled) break ;;
    esac
    sleep "$pause"
  done
  refuse "$1" "it did not come to an end: $state"
}
put() {
  send put "$1" --headers Content-Type=application/json --body "$2" || { refuse "$1" 'Azure did not take it'; return; }
  settled "$1"
}
shape='${shape}'
write_again() {
  local body
  body=$(mktemp)
  if az rest --method get --url "$1?api-version=$version" --query "$shape" --output json --only-show-errors > "$body"; then
    put "$1" "@$body"
  else
    refuse "$1" 'it cannot be read'
  fi
  rm -f "$body"
}
give_back() {
  look "$1" "$2"
  case $? in
    0) put "$1" '{"properties":{"registrationDefinitionId":"'"$2"'"}}' ;;
    3) refuse "$1" 'it is not there any more; nothing was written' ;;
  esac
}`;
}
