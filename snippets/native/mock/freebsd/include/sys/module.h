/* sys/module.h: DRIVER_MODULE(9), MODULE_DEPEND(9). FreeBSD 15: five arguments. */
#ifndef MOCK_SYS_MODULE_H
#define MOCK_SYS_MODULE_H

#include <sys/bus.h>

typedef struct module *module_t;
typedef int (*modeventhand_t)(module_t module, int event, void *argument);

/* One driver in a program: the mock's bus finds it here. */
extern driver_t *mock_driver;
extern const modeventhand_t mock_module_handler;
extern void *const mock_module_argument;
#define DRIVER_MODULE(name, bus, driver, handler, argument) \
    driver_t *mock_driver = &(driver); \
    const modeventhand_t mock_module_handler = (handler); \
    void *const mock_module_argument = (argument)
#define MODULE_DEPEND(name, on, least, preferred, most) \
    _Static_assert((least) <= (preferred) && (preferred) <= (most), #name " needs " #on)

#endif
