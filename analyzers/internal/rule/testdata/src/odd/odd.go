package odd

func listen() {}

func f() {
	listen() // want "listen is called"
	//portvet:ignore noshutdown -- the rule did not get so far
}
