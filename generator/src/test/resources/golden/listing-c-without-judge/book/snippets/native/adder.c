int add(int one, int other);
