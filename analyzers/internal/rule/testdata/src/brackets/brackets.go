package brackets

func listen() {}

func f() {
	listen() // want `listen is called \[hardcodedport\]$`
	//portvet:ignore noshutdown // want `gives no reason.* \[directive\]$`
}
