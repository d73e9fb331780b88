#!/usr/bin/env bash
# Registers Lighthouse Onboarding in Microsoft Entra ID, or brings an existing registration up to date. Run it again after
# any change: it adds what is missing and removes nothing. Needs the Azure CLI, signed in (az login) with an account that
# may register applications. Nothing secret is made: the app is a single-page application without a client secret.
set -euo pipefail

usage() {
  cat <<'TEXT'
Usage: register.sh --origin https://onboarding.contoso.com [options]

  --origin URL      where the app will be served; give it again for each further address
  --name NAME       display name (default: Lighthouse Onboarding)
  --multi-tenant    accounts of every organisation may sign in; else only those of this tenant
  --graph           lets people see the names of Owners: asks for User.ReadBasic.All as well
  --admin-consent   consents for the whole tenant now; needs an administrator
TEXT
}

stop() {
  echo "$1" >&2
  exit 1
}

name='Lighthouse Onboarding'
audience='AzureADMyOrg'
graph=false
consent=false
uris=()
while [ $# -gt 0 ]; do
  case "$1" in
    --origin)
      [[ "${2:-}" =~ ^(https://[A-Za-z0-9.-]+(:[0-9]+)?|http://localhost(:[0-9]+)?)/?$ ]] ||
        stop "--origin wants an https address without a path, for example https://onboarding.contoso.com."
      uris+=("${2%/}/redirect.html")
      shift 2
      ;;
    --name) name="${2:?--name wants a name.}"; shift 2 ;;
    --multi-tenant) audience='AzureADMultipleOrgs'; shift ;;
    --graph) graph=true; shift ;;
    --admin-consent) consent=true; shift ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 1 ;;
  esac
done
[ ${#uris[@]} -gt 0 ] || { usage >&2; exit 1; }

graph_host=$(az cloud show --query endpoints.microsoftGraphResourceId --output tsv)
graph_host=${graph_host%/}
tenant=$(az account show --query tenantId --output tsv)

# Azure Service Management, and Microsoft Graph: the same application ids in every tenant.
arm=797f4846-ba00-4fd7-ba43-dac1f8f63013
msgraph=00000003-0000-0000-c000-000000000000
permission() {
  az ad sp show --id "$1" --query "oauth2PermissionScopes[?value=='$2'].id | [0]" --output tsv
}

found=$(az ad app list --filter "displayName eq '${name//\'/\'\'}'" --query '[].id' --output tsv)
[ "$(wc -w <<<"$found")" -le 1 ] || stop "There are several applications called \"$name\". Choose another name with --name."
if [ -z "$found" ]; then
  found=$(az ad app create --display-name "$name" --sign-in-audience "$audience" --query id --output tsv)
fi
client=$(az ad app show --id "$found" --query appId --output tsv)

# Writing the list replaces it: what is there already is kept.
kept=$(az ad app show --id "$found" --query 'spa.redirectUris' --output tsv)
body=$(mktemp)
trap 'rm -f "$body"' EXIT
all=$(printf '%s\n' $kept "${uris[@]}" | sort -u | sed 's/.*/"&"/' | paste -sd, -)
cat >"$body" <<JSON
{
  "signInAudience": "$audience",
  "spa": { "redirectUris": [$all] },
  "optionalClaims": { "idToken": [{ "name": "acct", "essential": false, "additionalProperties": [] }] }
}
JSON
az rest --method PATCH --url "$graph_host/v1.0/applications/$found" \
  --headers 'Content-Type=application/json' --body "@$body" --output none

az ad app permission add --id "$client" --api "$arm" \
  --api-permissions "$(permission "$arm" user_impersonation)=Scope" --output none
if $graph; then
  az ad app permission add --id "$client" --api "$msgraph" \
    --api-permissions "$(permission "$msgraph" User.ReadBasic.All)=Scope" --output none
fi
az ad sp show --id "$client" --output none 2>/dev/null || az ad sp create --id "$client" --output none
if $consent; then az ad app permission admin-consent --id "$client"; fi

login=$(az cloud show --query endpoints.activeDirectory --output tsv)
signs_in=$tenant
[ "$audience" = AzureADMyOrg ] || signs_in=organizations
cat <<TEXT
Registered. Put this into config.json beside index.html:

{
  "clientId": "$client",
  "tenant": "$signs_in",
  "graph": $graph
}

Where people may not consent for themselves, an administrator opens once:
${login%/}/$tenant/adminconsent?client_id=$client
TEXT
