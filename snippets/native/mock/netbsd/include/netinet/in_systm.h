/* netinet/in_systm.h. */
#ifndef MOCK_NETINET_IN_SYSTM_H
#define MOCK_NETINET_IN_SYSTM_H

#include <netinet/in.h>



#endif
