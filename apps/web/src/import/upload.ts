import type { ImportKind } from './import-fields.js';

/** Why a file did not arrive: a stable code and the API's own sentence. */
export class UploadProblem extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Sends one file for import and resolves to the id of the import made of it; `onProgress` gets the
 * share sent, 0 to 1. Rejects with an `UploadProblem`. XMLHttpRequest, because fetch does not tell
 * how much of a body has been sent.
 */
export function upload(
  file: File,
  kind: ImportKind,
  onProgress: (share: number) => void,
): Promise<string> {
  const request = new XMLHttpRequest();
  request.open('POST', `/files?${new URLSearchParams({ kind, name: file.name })}`);
  request.setRequestHeader('x-laurel', '1');
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.upload.addEventListener('progress', ({ loaded, total }) =>
    onProgress(total ? loaded / total : 1),
  );
  return new Promise((resolve, reject) => {
    request.addEventListener('load', () => {
      const {
        importId,
        code = 'UNKNOWN',
        message = request.statusText,
      } = answerOf(request.responseText);
      if (importId) resolve(importId);
      else reject(new UploadProblem(code, message));
    });
    request.addEventListener('error', () =>
      reject(new UploadProblem('OFFLINE', request.statusText)),
    );
    request.send(file);
  });
}

type Answer = { importId?: string; code?: string; message?: string };

function answerOf(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    // A proxy in between answers in HTML; the status line says more than its page.
    return {};
  }
}
