#!/usr/bin/env bash
# Proves that the real Azure CLI works against the emulator: starts one over https with a certificate made here, signs in as
# the service principal, and runs every command a customer would. Needs az, openssl and node; not part of npm test.
set -u
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

for tool in az openssl node curl; do
  command -v "$tool" > /dev/null || { echo "Skipped: '$tool' is not installed."; exit 0; }
done

work=$(mktemp -d)
emulator=''
finish() {
  [ -n "$emulator" ] && kill "$emulator" 2> /dev/null && wait "$emulator" 2> /dev/null
  rm -rf "$work"
}
trap finish EXIT

port=$(node -e "const s=require('node:net').createServer();s.listen(0,'127.0.0.1',()=>{console.log(s.address().port);s.close()})")
origin="https://localhost:$port"
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext 'subjectAltName=DNS:localhost' \
  -keyout "$work/key.pem" -out "$work/cert.pem" 2> /dev/null

node "$root/test/run/emulator.mjs" --port "$port" --world small --timing demo \
  --cert "$work/cert.pem" --key "$work/key.pem" > "$work/emulator.log" 2>&1 &
emulator=$!
for _ in $(seq 60); do
  curl -s --cacert "$work/cert.pem" "$origin/_emulator/state" > "$work/state.json" && break
  sleep 1
done
[ -s "$work/state.json" ] || { cat "$work/emulator.log"; echo '0 passed, 1 failed'; exit 1; }

# What the script needs of the world, as `name=value` lines.
eval "$(node -e "
  const state = JSON.parse(require('node:fs').readFileSync('$work/state.json', 'utf8'));
  const open = state.subscriptions.find((s) => s.registration === 'NotRegistered' && s.state === 'Enabled' && s.resourceGroups > 0);
  console.log('client_id=' + state.automation.clientId + ' client_secret=' + state.automation.clientSecret);
  console.log('tenant=' + state.automation.tenantId + ' provider=' + state.catalog[0].managedByTenantId);
  console.log('subscription=' + open.subscriptionId);
")"

export AZURE_CONFIG_DIR="$work/config" REQUESTS_CA_BUNDLE="$work/cert.pem"
export AZURE_CORE_COLLECT_TELEMETRY=no AZURE_CORE_ONLY_SHOW_ERRORS=yes AZURE_CORE_SURVEY_MESSAGE=no

# Debian pairs the CLI with a newer azure-mgmt-managedservices, in which the methods the CLI calls have other names: there
# 'create' and 'assignment delete' fail before anything is sent. Gives the old names back; any other CLI is left as it is.
cat > "$work/sitecustomize.py" << 'PYTHON'
try:
    from azure.mgmt.managedservices import models
    from azure.mgmt.managedservices.operations import RegistrationAssignmentsOperations as Assignments
    from azure.mgmt.managedservices.operations import RegistrationDefinitionsOperations as Definitions
except ImportError:
    Definitions = None
if Definitions is not None and not hasattr(Definitions, 'create_or_update'):
    def create_definition(self, registration_definition_id, scope, properties):
        body = models.RegistrationDefinition(properties=properties)
        return self.begin_create_or_update(registration_definition_id, scope, request_body=body)

    def create_assignment(self, scope, registration_assignment_id, properties):
        body = models.RegistrationAssignment(properties=properties)
        return self.begin_create_or_update(scope, registration_assignment_id, request_body=body)

    Definitions.create_or_update = create_definition
    Assignments.create_or_update = create_assignment
    Assignments.delete = lambda self, scope, registration_assignment_id: self.begin_delete(scope, registration_assignment_id)
PYTHON
export PYTHONPATH="$work${PYTHONPATH:+:$PYTHONPATH}"

passed=0
failed=0
# check NAME EXPECTED COMMAND...: runs the command; its output, as tab-separated text, must be what is expected.
check() {
  local name=$1 expected=$2 answer
  shift 2
  if answer=$("$@" 2> "$work/error.log") && [ "$answer" = "$expected" ]; then
    passed=$((passed + 1))
    echo "ok      $name"
  else
    failed=$((failed + 1))
    echo "FAILED  $name"
    echo "        expected '$expected', got '$answer'"
    sed 's/^/        /' "$work/error.log" | tail -n 12
  fi
}

definition=aaaaaaaa-0000-4000-8000-00000000c11a
assignment=bbbbbbbb-0000-4000-8000-00000000c11a
group_assignment=cccccccc-0000-4000-8000-00000000c11a
definition_id="/subscriptions/$subscription/providers/Microsoft.ManagedServices/registrationDefinitions/$definition"

az version --query '"azure-cli"' -o tsv | sed 's/^/Azure CLI /'
# An authority that ends in /adfs is the one form every CLI takes without asking login.microsoftonline.com about it.
check 'cloud register' '' az cloud register -n emulator \
  --endpoint-resource-manager "$origin" \
  --endpoint-active-directory "$origin/adfs" \
  --endpoint-active-directory-resource-id https://management.core.windows.net/ \
  --endpoint-active-directory-graph-resource-id https://graph.windows.net/
check 'cloud set' '' az cloud set -n emulator
check 'login --service-principal' "$tenant" az login --service-principal -u "$client_id" -p "$client_secret" \
  --tenant "$tenant" --query '[0].tenantId' -o tsv
check 'account set' '' az account set -s "$subscription"
check 'account show' "$subscription" az account show --query id -o tsv
check 'rest' "$subscription" az rest --method get --resource https://management.azure.com \
  --url "$origin/subscriptions/$subscription?api-version=2022-12-01" --query subscriptionId -o tsv
group=$(az group list --query '[0].name' -o tsv)
check 'provider show' 'NotRegistered' az provider show -n Microsoft.ManagedServices --query registrationState -o tsv
check 'provider register --wait' '' az provider register -n Microsoft.ManagedServices --wait
check 'provider show, registered' 'Registered' az provider show -n Microsoft.ManagedServices --query registrationState -o tsv
check 'definition create' 'Succeeded' az managedservices definition create --name 'From the command line' \
  --tenant-id "$provider" --principal-id dddddddd-0000-4000-8000-00000000c11a \
  --role-definition-id acdd72a7-3385-48ef-bd42-f606fba81ae7 --definition-id "$definition" \
  --query properties.provisioningState -o tsv
check 'definition show' 'From the command line' az managedservices definition show --definition "$definition" \
  --query properties.registrationDefinitionName -o tsv
check 'definition list' "$definition" az managedservices definition list --query "[?name=='$definition'].name" -o tsv
check 'assignment create' 'Succeeded' az managedservices assignment create --definition "$definition_id" \
  --assignment-id "$assignment" --query properties.provisioningState -o tsv
check 'assignment show' "$definition" az managedservices assignment show --assignment "$assignment" \
  --include-definition true --query properties.registrationDefinition.name -o tsv
check 'assignment list' "$assignment" az managedservices assignment list --query "[?name=='$assignment'].name" -o tsv
check 'assignment delete' '' az managedservices assignment delete --assignment "$assignment"
sleep 4
check 'assignment list, empty' '' az managedservices assignment list --query "[?name=='$assignment'].name" -o tsv
check 'assignment create, resource group' 'Succeeded' az managedservices assignment create --definition "$definition_id" \
  --assignment-id "$group_assignment" --resource-group "$group" --query properties.provisioningState -o tsv
check 'assignment delete, resource group' '' az managedservices assignment delete --assignment "$group_assignment" \
  --resource-group "$group"
sleep 4
check 'definition delete' '' az managedservices definition delete --definition "$definition"
check 'definition list, empty' '' az managedservices definition list --query "[?name=='$definition'].name" -o tsv
check 'logout' '' az logout

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
