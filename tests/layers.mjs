console.log("0 files");
