/* linux/module.h; the tables and texts are for modprobe, which is not here */
#ifndef MOCK_LINUX_MODULE_H
#define MOCK_LINUX_MODULE_H

#define MODULE_DEVICE_TABLE(type, name) extern const int mock_module_table
#define MODULE_DESCRIPTION(text) extern const int mock_module_description
#define MODULE_LICENSE(text) extern const int mock_module_license

#endif
