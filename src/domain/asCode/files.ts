import { armLimits, armResources, armTemplate } from './arm.ts';
import { bicepFiles } from './bicep.ts';
import type { CodeModel } from './model.ts';
import { bashScript, deploymentName, powerShellScript } from './scripts.ts';
import { terraformFiles } from './terraform.ts';

export const codeFormats = ['arm', 'bicep', 'cli', 'powerShell', 'terraform'] as const;

/** A tool that can carry a change set out. */
export type CodeFormat = (typeof codeFormats)[number];

export interface CodeFile {
  readonly name: string;
  readonly text: string;
  /** Belongs in the folder only where what the change set writes is there already. */
  readonly when?: 'exists';
}

/** The files for one tool, all of them needed; the first is the one to look at. */
export function codeFiles(model: CodeModel, format: CodeFormat): readonly [CodeFile, ...CodeFile[]] {
  const template = { name: `${deploymentName(model)}.json`, text: armTemplate(model) };
  switch (format) {
    case 'arm':
      return [template];
    case 'bicep':
      return bicepFiles(model) as readonly [CodeFile, ...CodeFile[]];
    case 'cli':
      return [{ name: 'deploy.sh', text: bashScript(model) }, template];
    case 'powerShell':
      return [{ name: 'deploy.ps1', text: powerShellScript(model) }, template];
    case 'terraform':
      return terraformFiles(model) as readonly [CodeFile, ...CodeFile[]];
  }
}

/** Why Azure would not take it as one deployment; Terraform writes each resource by itself and has no such bound. */
export function tooLarge(model: CodeModel, format: CodeFormat): { readonly resources: number } | undefined {
  if (format === 'terraform') return undefined;
  const resources = armResources(model);
  // In UTF-8 each unit of a text takes three bytes at most.
  return resources > armLimits.resources || armTemplate(model).length * 3 > armLimits.bytes ? { resources } : undefined;
}
