import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { WaitingFile } from './file-queue.js';
import { placeOf } from './queue.js';
import { UploadProblem, upload } from './upload.js';

export type FailedUpload = WaitingFile & { readonly problem: UploadProblem };

/** Sends the files one after the other, then opens the first import with the others waiting. */
export function useUploads() {
  const navigate = useNavigate();
  const [progress, setProgress] = useState<readonly number[]>([]);
  const [failed, setFailed] = useState<FailedUpload>();
  const [sending, setSending] = useState(false);

  async function send(files: readonly WaitingFile[]) {
    setSending(true);
    setFailed(undefined);
    setProgress([]);
    try {
      const ids: string[] = [];
      for (const [i, waiting] of files.entries()) {
        const tell = (share: number) => setProgress((all) => at(all, i, share));
        const id = await sent(waiting, tell);
        if (typeof id !== 'string') return setFailed(id);
        ids.push(id);
      }
      const [first, ...waiting] = ids;
      if (first) await navigate(placeOf(first, waiting));
    } finally {
      setSending(false);
    }
  }

  return { progress, failed, sending, send };
}

/** The id of the file's import, or why there is none. */
async function sent(
  waiting: WaitingFile,
  tell: (share: number) => void,
): Promise<string | FailedUpload> {
  try {
    return await upload(waiting.file, waiting.kind, tell);
  } catch (error) {
    if (error instanceof UploadProblem) return { ...waiting, problem: error };
    throw error;
  }
}

function at(shares: readonly number[], index: number, share: number): number[] {
  const all = [...shares];
  all[index] = share;
  return all;
}
