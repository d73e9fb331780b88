/** One inner error or fact, as ARM nests them. */
interface ErrorDetail {
  readonly code: string;
  readonly message: string;
}

interface ErrorExtras {
  readonly headers?: Readonly<Record<string, string>>;
  readonly target?: string;
  readonly details?: readonly ErrorDetail[];
  readonly additionalInfo?: readonly { readonly type: string; readonly info: unknown }[];
}

/**
 * A refusal, thrown anywhere below the router and turned into ARM's answer in one place.
 * https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors
 */
export class ArmError extends Error {
  readonly status: number;
  readonly code: string;
  readonly extras: ErrorExtras;

  constructor(status: number, code: string, message: string, extras: ErrorExtras = {}) {
    super(message);
    this.name = 'ArmError';
    this.status = status;
    this.code = code;
    this.extras = extras;
  }
}

/** The body of a refusal: always wrapped, `{error: {code, message, ...}}`. */
export function errorBody(error: ArmError): unknown {
  const { target, details, additionalInfo } = error.extras;
  return {
    error: {
      code: error.code,
      message: error.message,
      ...(target !== undefined && { target }),
      ...(details && { details }),
      ...(additionalInfo && { additionalInfo }),
    },
  };
}

/** 400 for a body that is no JSON, or JSON of another shape than the operation takes. */
export function invalidRequestContent(why: string): ArmError {
  return new ArmError(
    400,
    'InvalidRequestContent',
    `The request content was invalid and could not be deserialized: '${why}'.`,
  );
}
