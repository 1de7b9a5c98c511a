/// How often this thread has asked for memory: malloc, calloc, realloc and the aligned ones, whoever called.
long allocations_of_this_thread(void);
