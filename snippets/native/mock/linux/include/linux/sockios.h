/* linux/sockios.h: the driver answers no request of it */
