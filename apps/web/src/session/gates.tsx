import { Navigate, Outlet, useLocation } from 'react-router';
import { Shell } from '../shell/shell.js';
import { VisitorFrame } from './visitor-frame.js';
import { useSession } from './session.js';

/** Pages for people who are signed in; others sign in first and come back to where they wanted to go. */
export function MembersOnly() {
  const { viewer } = useSession();
  const { pathname, search } = useLocation();
  if (viewer) return <Shell />;
  return <Navigate to="/sign-in" replace state={{ wanted: pathname + search }} />;
}

/** Pages for visitors; whoever is signed in already goes where they wanted to go. */
export function VisitorsOnly() {
  const { viewer } = useSession();
  const { state } = useLocation();
  if (viewer) return <Navigate to={wantedPath(state)} replace />;
  return (
    <VisitorFrame>
      <Outlet />
    </VisitorFrame>
  );
}

const wantedPath = (state: unknown): string =>
  state !== null && typeof state === 'object' && 'wanted' in state ? String(state.wanted) : '/';
