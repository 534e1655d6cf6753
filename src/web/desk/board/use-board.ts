/** Keeps a supervisor's board current for as long as the desk is open, whatever is in front. */
import { useEffect } from 'react';
import { useDesk, useTools } from '../frame/desk-context.js';
import type { DeskState } from '../state/desk-state.js';

export const supervises = ({ staff }: Pick<DeskState, 'staff'>): boolean => staff?.role === 'supervisor' || staff?.role === 'admin';

export function useBoard(): void {
  const { client } = useTools();
  const wants = useDesk((state) => supervises(state) && state.link === 'online');
  useEffect(() => {
    if (wants) void client.watchBoard();
  }, [client, wants]);
}
