// Command row has its settings in a database.
package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
)

type settings struct{ Port int }

func main() {
	db, err := sql.Open("postgres", os.Getenv("DATABASE_ADDR"))
	if err != nil {
		panic(err)
	}
	var data []byte
	if err := db.QueryRow("select settings from app").Scan(&data); err != nil {
		panic(err)
	}
	var s settings
	if err := json.Unmarshal(data, &s); err != nil {
		panic(err)
	}
	http.ListenAndServe(fmt.Sprintf(":%d", s.Port), http.FileServer(http.Dir(".")))
}
