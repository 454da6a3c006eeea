package disabled

func listen() {}
func serve()  {}

func f() {
	listen() //portvet:ignore hardcodedport -- why
	//portvet:ignore hardcodedport -- hides nothing, but the rule is off
	serve() //portvet:ignore hardcodedport,noshutdown -- why
	//portvet:ignore noshutdown -- why // want "hides no finding of noshutdown"
}
