// Counts allocations between start and stop; -1 where the system offers no way to count them.
void allocations_start(void);
long allocations_stop(void);
