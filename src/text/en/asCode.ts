import type { Format } from '../format.ts';

/** A change set taken away as code. */
export const asCode = {
  button: 'Save as code',
  title: 'Save as code',
  loading: 'Writing the code',
  lead: 'Instead of running it here, you can hand this change to your own change control. The files do what this review says, with the same ids and names. Nothing is written now.',
  rights:
    'Whoever runs them needs the same rights as you do here: a member of this tenant, with Owner on each subscription.',
  yours:
    'The app does not see what becomes of them: it makes no receipt. When they have run, look at Delegations to see what Azure says.',
  formats: 'Tool',
  format: { arm: 'ARM template', bicep: 'Bicep', cli: 'Azure CLI', powerShell: 'PowerShell', terraform: 'Terraform' },
  ways: 'Store a copy of the offer in every subscription',
  waysHint:
    'A run tries to refer to one copy first, and stores copies only if Azure asks for it. Code cannot try: tick this if Azure refuses the reference.',
  note: {
    arm: 'One deployment at subscription level. Azure registers Microsoft.ManagedServices itself where it can.',
    bicep: 'Put all files into one folder and deploy main.bicep at subscription level.',
    cli: 'Put both files into one folder. Set LOCATION to an Azure region (it keeps the record of the deployment), then run deploy.sh in bash.',
    powerShell:
      'Put both files into one folder, then run deploy.ps1 -Location with an Azure region (it keeps the record of the deployment).',
    terraform: 'For the azurerm provider, version 4. Read the plan before you apply it.',
  },
  onlyIfExists: 'Add this file only where the change has been carried out already, so that Terraform takes it over.',
  tooLargeTitle: 'Too much for one deployment',
  tooLargeWhat: (format: Format, resources: number, most: number) =>
    `Azure takes ${format.count(most, 'resource', 'resources')} in one deployment at most; this would be ${format.number(resources)}. Choose fewer scopes at a time, or use Terraform.`,
  copy: (file: string) => `Copy ${file}`,
  copied: 'Copied',
  download: (file: string) => `Download ${file}`,
  close: 'Close',
};
