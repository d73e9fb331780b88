import {
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  type PipelineRequest,
} from '@azure/core-rest-pipeline';
import { describe, expect, it } from 'vitest';
import { localHttpClient } from './local.ts';

const arm = 'https://management.azure.com';
const local = 'http://localhost:8500';

async function send(url: string, body: string, headers: Record<string, string> = {}) {
  const sent: PipelineRequest[] = [];
  const transport: HttpClient = {
    async sendRequest(request) {
      sent.push(request);
      return { request, status: 200, headers: createHttpHeaders(headers), bodyAsText: body };
    },
  };
  const request = createPipelineRequest({ url });
  const response = await localHttpClient(arm, local, transport).sendRequest(request);
  return { request, response, sent: sent[0] };
}

describe('the way to an emulated Azure', () => {
  it('replaces the origin on the way out and leaves the request as it was', async () => {
    const { request, response, sent } = await send(`${arm}/tenants?api-version=1`, '{}');
    expect(sent?.url).toBe(`${local}/tenants?api-version=1`);
    expect(sent?.allowInsecureConnection).toBe(true);
    expect(request.url).toBe(`${arm}/tenants?api-version=1`);
    expect(request.allowInsecureConnection).toBe(false);
    expect(response.request).toBe(request);
  });

  it('puts the origin back into links, and into nothing else', async () => {
    const text = `see ${local}/x`;
    const body = JSON.stringify({
      value: [{ properties: { description: text, nextLink: `${local}/y` } }],
      nextLink: `${local}/tenants?$skiptoken=1`,
    });
    const { response } = await send(`${arm}/tenants`, body, {
      location: `${local}/op`,
      'azure-asyncoperation': `${local}/status`,
    });
    expect(JSON.parse(response.bodyAsText ?? '')).toEqual({
      value: [{ properties: { description: text, nextLink: `${local}/y` } }],
      nextLink: `${arm}/tenants?$skiptoken=1`,
    });
    expect(response.headers.get('location')).toBe(`${arm}/op`);
    expect(response.headers.get('azure-asyncoperation')).toBe(`${arm}/status`);
  });

  it('does not take an origin that only begins like it for it', async () => {
    const link = `${local}0/tenants`;
    const { response } = await send(`${arm}/tenants`, JSON.stringify({ value: [], nextLink: link }), {
      location: `${local}.evil.example/`,
    });
    expect(JSON.parse(response.bodyAsText ?? '')).toEqual({ value: [], nextLink: link });
    expect(response.headers.get('location')).toBe(`${local}.evil.example/`);
  });

  it('leaves a body that is no JSON as it is', async () => {
    const { response } = await send(`${arm}/x`, '<html>"nextLink"');
    expect(response.bodyAsText).toBe('<html>"nextLink"');
  });
});
