import { useEffect, useState } from 'react';

/** Counts down from so many seconds to 0, anew whenever the start changes. */
export function useCountdown(start = 0): number {
  const [left, setLeft] = useState(start);
  useEffect(() => {
    setLeft(start);
    if (start <= 0) return;
    const timer = setInterval(() => setLeft((last) => Math.max(0, last - 1)), 1000);
    return () => clearInterval(timer);
  }, [start]);
  return left;
}
