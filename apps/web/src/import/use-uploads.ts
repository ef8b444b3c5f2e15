import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { WaitingFile } from './file-queue.js';
import { placeOf } from './queue.js';
import { upload } from './upload.js';

/** Sends the files one after the other, then opens the first import with the others waiting. */
export function useUploads() {
  const navigate = useNavigate();
  const [progress, setProgress] = useState<readonly number[]>([]);
  const [problem, setProblem] = useState<string>();
  const [sending, setSending] = useState(false);

  async function send(files: readonly WaitingFile[]) {
    setSending(true);
    setProblem(undefined);
    setProgress([]);
    try {
      const ids: string[] = [];
      for (const [i, { file, kind }] of files.entries())
        ids.push(await upload(file, kind, (share) => setProgress((all) => at(all, i, share))));
      const [first, ...waiting] = ids;
      if (first) await navigate(placeOf(first, waiting));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setSending(false);
    }
  }

  return { progress, problem, sending, send };
}

function at(shares: readonly number[], index: number, share: number): number[] {
  const all = [...shares];
  all[index] = share;
  return all;
}
